import type { Page } from "playwright-core";

/** What a page without its style sheet lacks: headings in order, landmarks, heads of tables, and words that stand apart. */
export async function lackingIn(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const told = [];
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => Number(each.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) told.push("it has not one first heading");
    levels.forEach((level, index) => {
      if (index > 0 && level > levels[index - 1] + 1) told.push("a heading of level " + level + " after one of " + levels[index - 1]);
    });
    for (const landmark of ["header", "main", "footer"])
      if (document.querySelectorAll("body > " + landmark + ", body > div > " + landmark).length !== 1) told.push("no " + landmark);
    const names = [...document.querySelectorAll("nav")].map((each) => each.getAttribute("aria-label"));
    if (new Set(names).size !== names.length || names.includes(null)) told.push("navigations without names of their own");
    for (const table of document.querySelectorAll("table")) {
      if (!table.caption?.textContent.trim()) told.push("a table without a caption");
      if ([...table.querySelectorAll("th")].some((each) => !each.scope || !each.textContent.trim())) told.push("a head that is of no rows or columns: " + table.caption?.textContent);
      if ([...table.rows].some((row) => row.querySelector("th") === null)) told.push("a row without a head: " + table.caption?.textContent);
    }
    const isApart = (node) => node.nodeType === 1 && !/^(inline|contents)$/.test(getComputedStyle(node).display);
    const ends = (node, edge) => {
      const shown = node.nodeType === 3 ? node.textContent : node.nodeType === 1 && !["SVG", "SELECT", "INPUT"].includes(node.tagName.toUpperCase()) ? node.textContent : "";
      return edge(shown);
    };
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest("svg, select, head")) continue;
      const nodes = [...element.childNodes].filter((node) => node.nodeType === 3 || node.nodeType === 1);
      nodes.forEach((node, index) => {
        const next = nodes[index + 1];
        if (next === undefined || isApart(node) || isApart(next)) return;
        const [last, first] = [ends(node, (text) => text.slice(-1)), ends(next, (text) => text.slice(0, 1))];
        if (/[\\p{L}\\p{N}]/u.test(last) && /[\\p{L}\\p{N}]/u.test(first))
          told.push("run together: …" + node.textContent.slice(-20) + next.textContent.slice(0, 20) + "… in " + element.tagName + "." + element.className);
      });
    }
    return [...new Set(told)];
  })()`)) as string[];
}
