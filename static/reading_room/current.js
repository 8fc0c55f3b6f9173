// What a browser kept is not shown once the archive shows it no more (docs/decisions/0036).
import { cover } from "./quick_exit.js";

const ask = (cache) => fetch(location.href, { cache, mode: "same-origin" }).catch(() => null);
const drawn = ask("only-if-cached");
let isBack, asked;

async function compare() {
  const [kept, now] = [await drawn, await ask("no-cache")];
  const isAnother = now?.ok && (await now.text()) !== (await kept?.clone().text());
  const isTestimony = kept?.ok && document.querySelector(".interview, .paper-page");
  if ((isAnother && (isBack || isTestimony)) || [404, 410].includes(now?.status)) {
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
