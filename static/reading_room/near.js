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
  let [moved, apart] = [0, 0];
  const spread = () => {
    const [one, other] = [...held.values()];
    return { apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!held.size) moved = 0;
    held.set(event.pointerId, event);
    if (held.size === 2) apart = spread().apart;
  });
  element.addEventListener("pointermove", (event) => {
    const last = held.get(event.pointerId);
    if (!last) return;
    held.set(event.pointerId, event);
    moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
    if (moved < SLIP) return;
    element.setPointerCapture(event.pointerId);
    if (held.size === 2) {
      const now = spread();
      zoom(now.apart / apart, now);
      apart = now.apart;
    } else aside(last.clientX - event.clientX, last.clientY - event.clientY);
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
  return ({ isNearest, isWhole }) => {
    button("nearer").disabled = isNearest;
    button("farther").disabled = button("whole").disabled = isWhole;
  };
}
