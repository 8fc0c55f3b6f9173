// Names of nearer steps keep the size of their type. A view is its middle and its width.
import { tools, ways } from "./near.js";

const NEAREST = 0.3; // units a pixel
const LARGER = 1.4; // letters, than they need be

function equip(frame) {
  const svg = frame.querySelector("svg");
  const { width: most, height: high } = svg.viewBox.baseVal;
  const steps = Array.from(svg.querySelectorAll("[data-step]"), (group) => group.dataset.step);
  let view = { x: 0, y: 0, width: most };

  const nearest = () => Math.min(NEAREST * svg.clientWidth, most);
  const unit = () => 1 / svg.getScreenCTM().a;
  const inside = (at, from, to) => Math.min(Math.max(at, from), to);
  const fitting = (width) => inside(width, nearest(), most);
  const show = ({ x, y, width }) => {
    const right = width / 2;
    const below = (right / most) * high;
    view = { x: inside(x, right, most - right), y: inside(y, below, high - below), width };
    svg.setAttribute("viewBox", [view.x - right, view.y - below, width, 2 * below].join(" "));
    svg.dataset.step = steps.find((step) => step < LARGER * unit()) ?? steps.at(-1);
    frame.classList.toggle("is-near", width < most);
    svg.querySelector("pattern").setAttribute("patternTransform", `rotate(45) scale(${unit()})`);
    tell(width <= nearest(), width >= most);
  };
  const aside = (x, y) => show({ ...view, x: view.x + x * unit(), y: view.y + y * unit() });
  // Where keys zoom: at the mark with focus, brought into view, or the middle of what is seen.
  const middle = () => {
    const box = svg.querySelector("a:focus-visible")?.getBBox();
    if (!box) return view;
    const [x, y, far] = [box.x + box.width / 2, box.y + box.height / 2, view.width / 3];
    show({ ...view, x: inside(view.x, x - far, x + far), y: inside(view.y, y - far, y + far) });
    return { x, y };
  };
  const under = ({ clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  const zoom = (times, at) => {
    const { x, y } = at ? under(at) : middle();
    const width = fitting(view.width / times);
    const share = width / view.width;
    show({ x: x + (view.x - x) * share, y: y + (view.y - y) * share, width });
  };

  const moves = { zoom, aside, whole: () => show({ ...view, width: most }) };
  const tell = tools(frame, moves);
  ways(svg, moves);
  svg.addEventListener("focusin", middle);
  svg.setAttribute("tabindex", "0");
  for (const hidden of frame.parentElement.querySelectorAll(".map-tools, .map-keys")) hidden.hidden = false;
  new ResizeObserver(() => show({ ...view, width: fitting(view.width) })).observe(svg);
}

document.querySelectorAll("[data-map]").forEach(equip);
