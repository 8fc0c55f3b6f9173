// What a browser kept is not shown once the archive shows it no more (docs/decisions/0036).
import { cover } from "./quick_exit.js";

const ask = (cache) =>
  fetch(location.href, { cache, mode: "same-origin" }).then(async (answer) => [answer.status, await answer.text()]).catch(() => []);
let drawn = ask("only-if-cached");

const compare = (isBack) => async ([kept, words]) => {
  const [status, now] = await ask("no-cache");
  const isTestimony = kept === 200 && document.querySelector(".interview, .paper-page");
  if ((status === 200 && now !== words && (isBack || isTestimony)) || status === 404 || status === 410) {
    cover();
    location.reload();
  }
  return kept === 200 ? [kept, words] : [status, now];
};

const check = (isBack) => (drawn = drawn.then(compare(isBack)));

addEventListener("pageshow", (event) => {
  if (event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward") check(true);
});
document.addEventListener("visibilitychange", () => document.hidden || check());
document.addEventListener("play", () => check(), true);
