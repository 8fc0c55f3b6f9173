// Coming nearer and drawing aside by keys, wheel with Ctrl, pointer, two fingers. `zoom(times, at)` gets the place of the
// pointer or nothing, `aside(x, y)` pixels; false leaves a key to the page.
export const STEP = 1.5;
const ASIDE = 60;
const SLIP = 4;

export function ways(element, { zoom, aside, whole }) {
  const keys = {
    "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "0": whole,
    ArrowLeft: () => aside(-ASIDE, 0), ArrowRight: () => aside(ASIDE, 0),
    ArrowUp: () => aside(0, -ASIDE), ArrowDown: () => aside(0, ASIDE),
  };
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  element.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 200), event);
  }, { passive: false });

  const held = new Map();
  let moved = 0;
  const spread = () => {
    const [one, other = one] = held.values();
    const [x, y] = [one.clientX - other.clientX, one.clientY - other.clientY];
    return { apart: Math.hypot(x, y), clientX: one.clientX - x / 2, clientY: one.clientY - y / 2 };
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!held.size) moved = 0;
    held.set(event.pointerId, event);
  });
  element.addEventListener("pointermove", (event) => {
    const own = held.get(event.pointerId);
    if (!own) return;
    moved = Math.max(moved, Math.hypot(event.clientX - own.clientX, event.clientY - own.clientY));
    if (moved < SLIP) return;
    const last = spread();
    held.set(event.pointerId, event);
    const now = spread();
    element.setPointerCapture(event.pointerId);
    if (last.apart) zoom(now.apart / last.apart, now);
    else aside(last.clientX - now.clientX, last.clientY - now.clientY);
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, ({ pointerId }) => held.delete(pointerId));
  element.addEventListener("dragstart", (event) => event.preventDefault());
  element.addEventListener("click", (event) => {
    if (moved >= SLIP) {
      event.preventDefault();
      event.stopPropagation();
    }
    moved = 0;
  }, true);
}

export function tools(frame, { zoom, whole }) {
  const button = (name) => frame.querySelector(`[data-${name}]`);
  button("nearer").addEventListener("click", () => zoom(STEP));
  button("farther").addEventListener("click", () => zoom(1 / STEP));
  button("whole").addEventListener("click", whole);
  return (isNearest, isWhole) => {
    button("nearer").disabled = isNearest;
    button("farther").disabled = button("whole").disabled = isWhole;
  };
}
