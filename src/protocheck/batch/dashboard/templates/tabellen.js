// Sorting, filtering and turning pages in the tables. Without this script every row is simply shown.
"use strict";

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const number = new Intl.NumberFormat("nl-BE");
const order = new Intl.Collator("nl-BE", { numeric: true, sensitivity: "base" });

class Sifted {
  constructor(table) {
    this.table = table;
    this.body = table.tBodies[0];
    this.rows = Array.from(this.body.rows);
    this.size = Number(table.dataset.size) || 100;
    this.page = 0;
    this.form = document.querySelector(`form[data-for="${table.id}"]`);
    this.texts = new Map();
    this.kept = this.rows;
    this.addPages();
    this.addSorting();
    if (this.form) this.addFilter();
    this.show();
  }

  addPages() {
    this.turn = document.createElement("div");
    this.turn.className = "turn";
    this.said = document.createElement("p");
    this.said.className = "found";
    this.said.setAttribute("role", "status");
    this.back = this.button("← Vorige", () => this.go(-1));
    this.forth = this.button("Volgende →", () => this.go(1));
    this.turn.append(this.back, this.forth, this.said);
    (this.table.closest(".scroll") || this.table).after(this.turn);
  }

  button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "plain";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  addSorting() {
    const heads = Array.from(this.table.tHead.rows[this.table.tHead.rows.length - 1].cells);
    for (const head of heads) {
      if (!head.dataset.sort) continue;
      const made = document.createElement("button");
      made.type = "button";
      made.append(...head.childNodes);
      head.append(made);
      head.setAttribute("aria-sort", head.dataset.sorted || "none");
      made.addEventListener("click", () => this.sort(heads, head));
    }
  }

  sort(heads, head) {
    const numeric = head.dataset.sort === "n";
    const was = head.getAttribute("aria-sort");
    const first = numeric ? "descending" : "ascending";
    const other = numeric ? "ascending" : "descending";
    const way = was === first ? other : first;
    for (const each of heads) if (each.hasAttribute("aria-sort")) each.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", way);
    const column = head.cellIndex;
    const sign = way === "ascending" ? 1 : -1;
    const keyed = this.rows.map((row) => [this.key(row.cells[column], numeric), row]);
    keyed.sort(([a], [b]) => {
      if (a === b) return 0;
      if (a === null || a === "") return 1; // what is not known comes last, either way
      if (b === null || b === "") return -1;
      return sign * (numeric ? a - b : order.compare(a, b));
    });
    this.rows = keyed.map(([, row]) => row);
    this.body.append(...this.rows);
    this.sift();
  }

  key(cell, numeric) {
    if (!cell) return null;
    const text = (cell.dataset.s ?? cell.textContent).trim();
    if (!numeric) return text;
    if (text === "") return null;
    const value = Number(text.replace(/[.\s%]/g, (at) => (cell.dataset.s === undefined ? "" : at)).replace(",", "."));
    return Number.isNaN(value) ? null : value;
  }

  addFilter() {
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.sift(true));
    this.form.addEventListener("change", (event) => event.target.matches("select") && this.sift(true));
    this.form.addEventListener("reset", () => setTimeout(() => this.sift(true)));
    window.addEventListener("hashchange", () => this.recall());
    this.recall();
  }

  recall() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of this.fields()) field.value = given.get(field.name) ?? "";
    this.sift();
  }

  fields() {
    return Array.from(this.form.elements).filter((each) => each.name);
  }

  sift(remember = false) {
    this.kept = this.rows;
    const wished = this.form ? this.fields().filter((each) => each.value) : [];
    for (const field of wished) {
      if (field.type === "search") {
        const words = fold(field.value).split(/\s+/).filter(Boolean);
        this.kept = this.kept.filter((row) => words.every((word) => this.text(row).includes(word)));
      } else {
        this.kept = this.kept.filter((row) => (row.dataset[field.name] || "").split(" ").includes(field.value));
      }
    }
    if (remember) {
      const hash = new URLSearchParams(wished.map((each) => [each.name, each.value])).toString();
      try {
        history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
      } catch {
        // a browser that keeps no such address filters all the same
      }
    }
    this.page = 0;
    this.show();
  }

  text(row) {
    if (!this.texts.has(row)) this.texts.set(row, fold(row.textContent));
    return this.texts.get(row);
  }

  go(step) {
    this.page += step;
    this.show();
    this.table.scrollIntoView({ block: "start" });
    // a button that cannot be pressed any more would lose the place of the keyboard
    if (this.back.disabled && step < 0) this.forth.focus();
    if (this.forth.disabled && step > 0) this.back.focus();
  }

  show() {
    const from = this.page * this.size;
    const shown = new Set(this.kept.slice(from, from + this.size));
    for (const row of this.rows) row.hidden = !shown.has(row);
    const last = Math.min(from + this.size, this.kept.length);
    this.back.disabled = this.page === 0;
    this.forth.disabled = last >= this.kept.length;
    this.back.hidden = this.forth.hidden = this.kept.length <= this.size;
    const of = this.kept.length === this.rows.length ? "" : ` (van ${number.format(this.rows.length)})`;
    this.said.textContent = this.kept.length
      ? `Rij ${number.format(from + 1)} tot ${number.format(last)} van ${number.format(this.kept.length)}${of}`
      : `Geen rij voldoet${of}`;
    if (this.table.classList.contains("heat")) reach(this.table, this.table.querySelector("tbody tr:not([hidden]) td.c a"));
  }

  showAll() {
    const shown = new Set(this.kept);
    for (const row of this.rows) row.hidden = !shown.has(row);
  }
}

// The cells of a heat map with the arrow keys: one of them is reached with Tab, as in a spreadsheet.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function reach(table, cell) {
  for (const each of table.querySelectorAll('td.c a[tabindex="0"]')) each.tabIndex = -1;
  if (cell) cell.tabIndex = 0;
}

function walk(table) {
  reach(table, table.querySelector("tbody tr:not([hidden]) td.c a"));
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !event.target.matches("td.c a")) return;
    const rows = Array.from(table.querySelectorAll("tbody tr:not([hidden])"), (row) => Array.from(row.querySelectorAll("td.c a")));
    const down = rows.findIndex((row) => row.includes(event.target));
    const next = rows[down + step[0]]?.[rows[down].indexOf(event.target) + step[1]];
    if (!next) return;
    event.preventDefault();
    reach(table, next);
    next.focus();
  });
}

const tables = Array.from(document.querySelectorAll("table[data-sift]"), (table) => new Sifted(table));
document.querySelectorAll("table.heat").forEach(walk);
addEventListener("beforeprint", () => {
  tables.forEach((each) => each.showAll());
  document.querySelectorAll("details").forEach((each) => (each.open = true));
});
addEventListener("afterprint", () => tables.forEach((each) => each.show()));
