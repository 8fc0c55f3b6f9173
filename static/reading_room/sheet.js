// Lets one come nearer to a picture of a paper. Without it the picture is whole, and a link to the largest there is.
import { STEP, tools, ways } from "./near.js";

const SHARPEST = 2; // pixels of the screen for one of the largest file
const LEAST = 3;

function equip(figure) {
  const view = figure.querySelector(".sheet-view");
  const plane = figure.querySelector(".sheet-plane");
  const picture = figure.querySelector("img");
  const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
  let near = 1;

  const nearest = () => Math.max(LEAST, (SHARPEST * width) / view.clientWidth);
  const show = (next, at) => {
    const box = view.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - box.left, at.clientY - box.top] : [box.width / 2, box.height / 2];
    const to = Math.min(Math.max(next, 1), nearest());
    const [left, top] = [((view.scrollLeft + x) * to) / near - x, ((view.scrollTop + y) * to) / near - y];
    near = to;
    plane.style.setProperty("--near", near);
    view.classList.toggle("is-near", near > 1);
    for (const one of figure.querySelectorAll("picture > *")) one.sizes = `${Math.round(view.clientWidth * near)}px`;
    view.scrollTo(left, top);
    tell(near >= nearest(), near <= 1);
  };
  const aside = (x, y) => {
    if (near <= 1) return false;
    view.scrollBy(x, y);
    return true;
  };
  const moves = { zoom: (times, at) => show(near * times, at), aside, whole: () => show(1) };
  const tell = tools(figure, moves);
  view.style.aspectRatio = `${width} / ${height}`;
  ways(view, moves);
  picture.closest("a").addEventListener("click", (event) => {
    if (!event.detail || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(near * STEP, event);
  });
  for (const hidden of figure.querySelectorAll(".near-tools, .near-keys")) hidden.hidden = false;
  show(1);
}

for (const figure of document.querySelectorAll("[data-sheet]")) {
  const fold = figure.closest("details:not([open])");
  if (fold) fold.addEventListener("toggle", () => equip(figure), { once: true }); // what is folded has no width
  else equip(figure);
}
