// All that needs a script: columns that can be put away, passages on one question lined up, and every piece of a claim lit, not only its first.
"use strict";
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
    const first = id && marked.find((mark) => article.contains(mark) && names(mark, "questions", id));
    const text = article.querySelector(".text");
    if (first) text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - 60;
  }
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
