// Lets one come nearer to the map: buttons, keys, wheel with Ctrl, two fingers; and draw it aside. Without it the map is
// whole and still. Names of another step of nearness are shown as one comes nearer, so that type keeps its size.
const NEAREST = 0.3; // units a pixel
const STEP = 1.5;
const ASIDE = 60;
const SLIP = 4;

function equip(frame) {
  const svg = frame.querySelector("svg");
  const whole = pick(svg.viewBox.baseVal);
  const steps = [...svg.querySelectorAll("[data-step]")].map((group) => group.dataset.step);
  const button = (name) => frame.querySelector(`[data-${name}]`);
  let view = whole;

  const nearest = () => Math.min(NEAREST * svg.clientWidth, whole.width);
  const fitting = (width) => Math.min(Math.max(width, nearest()), whole.width);
  const show = (next) => {
    const width = fitting(next.width);
    const height = (width / whole.width) * whole.height;
    const inside = (at, size, all) => Math.min(Math.max(at, 0), all - size);
    view = { x: inside(next.x, width, whole.width), y: inside(next.y, height, whole.height), width, height };
    svg.setAttribute("viewBox", [view.x, view.y, width, height].join(" "));
    const unit = 1 / svg.getScreenCTM().a;
    const off = (step) => Math.abs(Math.log(step / unit) - 0.1);
    svg.dataset.step = steps.reduce((best, step) => (off(step) < off(best) ? step : best));
    frame.classList.toggle("is-near", width < whole.width);
    svg.querySelector("pattern").setAttribute("patternTransform", `rotate(45) scale(${unit})`);
    button("nearer").disabled = width <= nearest();
    button("farther").disabled = button("whole").disabled = width >= whole.width;
  };
  const middle = () => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
  const zoom = (times, { x, y } = middle()) => {
    const width = fitting(view.width / times);
    const share = width / view.width;
    show({ x: x - (x - view.x) * share, y: y - (y - view.y) * share, width });
  };
  const aside = (x, y) => {
    const unit = 1 / svg.getScreenCTM().a;
    show({ ...view, x: view.x + x * unit, y: view.y + y * unit });
  };
  const under = ({ clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());

  const keys = {
    "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "0": () => show(whole),
    ArrowLeft: () => aside(-ASIDE, 0), ArrowRight: () => aside(ASIDE, 0),
    ArrowUp: () => aside(0, -ASIDE), ArrowDown: () => aside(0, ASIDE),
  };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  svg.addEventListener("focusin", ({ target }) => {
    const box = target === svg ? null : target.getBBox();
    const isSeen = !box || (box.x < view.x + view.width && box.y < view.y + view.height && box.x + box.width > view.x && box.y + box.height > view.y);
    if (!isSeen) show({ ...view, x: box.x + (box.width - view.width) / 2, y: box.y + (box.height - view.height) / 2 });
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 200), under(event));
  }, { passive: false });

  const held = new Map();
  let [moved, apart] = [0, 0];
  const spread = () => {
    const [one, other] = [...held.values()];
    return { apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!held.size) moved = 0;
    held.set(event.pointerId, event);
    if (held.size === 2) apart = spread().apart;
  });
  svg.addEventListener("pointermove", (event) => {
    const last = held.get(event.pointerId);
    if (!last) return;
    held.set(event.pointerId, event);
    moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
    if (moved < SLIP) return;
    svg.setPointerCapture(event.pointerId);
    if (held.size === 2) {
      const now = spread();
      zoom(now.apart / apart, under(now));
      apart = now.apart;
    } else aside(last.clientX - event.clientX, last.clientY - event.clientY);
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, ({ pointerId }) => held.delete(pointerId));
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => {
    if (moved >= SLIP) event.preventDefault();
    moved = 0;
  }, true);

  button("nearer").addEventListener("click", () => zoom(STEP));
  button("farther").addEventListener("click", () => zoom(1 / STEP));
  button("whole").addEventListener("click", () => show(whole));
  svg.setAttribute("tabindex", "0");
  for (const tools of frame.parentElement.querySelectorAll(".map-tools, .map-keys")) tools.hidden = false;
  new ResizeObserver(() => show(view)).observe(svg);
}

const pick = ({ x, y, width, height }) => ({ x, y, width, height });

document.querySelectorAll("[data-map]").forEach(equip);
