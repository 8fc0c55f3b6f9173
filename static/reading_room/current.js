// What a browser kept is not shown once the archive shows it no more (docs/decisions/0036).
const ask = (cache) => fetch(location.href, { cache, mode: "same-origin" }).catch(() => null);
const drawn = ask("only-if-cached");

async function check(isBack) {
  const [kept, now] = [await drawn, await ask("no-cache")];
  const tag = now?.headers.get("ETag"); // none while what ran out is not cleared away
  const isChanged = isBack && now?.ok && (!tag || tag !== kept?.headers.get("ETag"));
  if (isChanged || now?.status === 404 || now?.status === 410) {
    document.documentElement.hidden = true;
    location.reload();
  }
}

addEventListener("pageshow", (event) => {
  if (event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward") check(true);
});
document.addEventListener("visibilitychange", () => document.hidden || check());
document.addEventListener("play", () => check(), true);
