// All that needs a script: columns that can be put away, passages on one question lined up, and every piece of a claim lit, not only its first.
"use strict";
const LEVEL = 150;
const texts = [...document.querySelectorAll("article[data-mark]")];
const picks = [...document.querySelectorAll(".pick")];
const question = document.getElementById("line-up");
const marked = [...document.querySelectorAll("mark[data-claims]")];

function light(chosen) {
  for (const mark of marked) mark.classList.toggle("lit", chosen(mark));
}

function names(mark, kind, id) {
  return mark.dataset[kind].split(" ").includes(id);
}

function show(article) {
  article.hidden = false;
  const pick = picks.find((one) => one.value === article.dataset.mark);
  if (pick) pick.checked = true;
}

function lineUp() {
  const id = question.value;
  light((mark) => id !== "" && names(mark, "questions", id));
  for (const article of texts) {
    const text = article.querySelector(".text");
    const first = id && marked.find((mark) => article.contains(mark) && names(mark, "questions", id));
    text.style.paddingTop = text.style.paddingBottom = "";
    text.scrollTop = 0;
    if (first) level(text, first.getBoundingClientRect().top - text.getBoundingClientRect().top);
  }
}

// Bring what lies `depth` px below the top of a text to the height that all lined-up passages share; room is made above or below it.
function level(text, depth) {
  if (depth < LEVEL) text.style.paddingTop = `${LEVEL - depth}px`;
  else if (text.scrollHeight - depth < text.clientHeight) text.style.paddingBottom = `${text.clientHeight}px`;
  text.scrollTop = Math.max(0, depth - LEVEL);
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  const article = target.closest("article[data-mark]");
  if (article) show(article);
  if (id.startsWith("c-")) light((mark) => names(mark, "claims", id));
  if (article) target.scrollIntoView({ block: "center", inline: "nearest" });
}

for (const tools of document.querySelectorAll(".tools")) tools.hidden = texts.length < 2;
for (const pick of picks) {
  pick.addEventListener("change", () => {
    for (const article of texts) if (article.dataset.mark === pick.value) article.hidden = !pick.checked;
  });
}
if (question) question.addEventListener("change", lineUp);
window.addEventListener("hashchange", follow);
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
follow();
