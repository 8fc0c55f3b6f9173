// What a browser kept is not shown once the archive shows it no more (docs/decisions/0036).
import { cover } from "./quick_exit.js";

const ask = (cache) =>
  fetch(location.href, { cache, mode: "same-origin" }).then(async (answer) => [answer.status, await answer.text()]).catch(() => []);
const drawn = ask("only-if-cached");
let isBack, asked;

async function compare() {
  const [[kept, words], [status, now]] = [await drawn, await ask("no-cache")];
  const isTestimony = kept === 200 && document.querySelector(".interview, .paper-page");
  if ((status === 200 && now !== words && (isBack || isTestimony)) || status === 404 || status === 410) {
    cover();
    location.reload();
  }
  asked = isBack = null;
}

const check = () => (asked ??= compare());

addEventListener("pageshow", (event) => {
  isBack = event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (isBack) check();
});
document.addEventListener("visibilitychange", () => document.hidden || check());
document.addEventListener("play", check, true);
