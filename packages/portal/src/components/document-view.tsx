import { chartTable } from "@heed/core/document/chart-table";
import type { Block, Column, Document, Inline, Section, Table } from "@heed/core/document/document";
import { addressProblem } from "@heed/core/text/web-address";
import type { JSX } from "preact";
import { StackedColumns } from "../charts/stacked-columns.tsx";
import { type Say, shown } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";

type Notes = (readonly Inline[])[];

/** The sections of a document as a page: its contents, headings, tables, charts with their numbers, and its notes at the end. */
export function DocumentView({ say, document: { language, sections } }: { say: Say; document: Document }) {
  const notes: Notes = [];
  const body = sections.map((each) => sectionView(each, 2, notes));
  return (
    <div lang={language === say.language ? undefined : language}>
      <nav aria-label={say.message("contents.title")}>
        <h2 class="govuk-heading-m" id="contents" lang={say.language}>
          {say.message("contents.title")}
        </h2>
        <Contents sections={sections} />
      </nav>
      {body}
      {notes.length > 0 && (
        <section aria-labelledby="notes">
          <h2 class="govuk-heading-m" id="notes" lang={say.language}>
            {say.message("contents.notes")}
          </h2>
          <ol class="govuk-list govuk-list--number">
            {notes.map((note, place) => (
              <li id={`note-${place + 1}`} key={String(place)}>
                {line(note, notes)}{" "}
                <a
                  class="govuk-link"
                  href={`#note-of-${place + 1}`}
                  aria-label={say.message("contents.back", { place: String(place + 1) })}
                >
                  ↩
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Contents({ sections }: { sections: readonly Section[] }) {
  return (
    <ol class="govuk-list heed-contents">
      {sections.map(({ id, title, sections: below }) => (
        <li key={id}>
          <a class="govuk-link" href={`#${id}`}>
            <bdi>{shown(title)}</bdi>
          </a>
          {below.length > 0 && <Contents sections={below} />}
        </li>
      ))}
    </ol>
  );
}

const sizes = ["l", "m", "s"] as const;

function sectionView({ id, title, blocks, sections }: Section, level: number, notes: Notes): JSX.Element {
  const Heading = `h${Math.min(level, 6)}` as "h2";
  return (
    <section aria-labelledby={id} key={id}>
      <Heading class={`govuk-heading-${sizes[Math.min(level - 1, 2)]}`} id={id}>
        <bdi>{shown(title)}</bdi>
      </Heading>
      {blocks.map((block, place) => blockView(block, `${id}-${place}`, notes))}
      {sections.map((each) => sectionView(each, level + 1, notes))}
    </section>
  );
}

function blockView(block: Block, key: string, notes: Notes): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return (
        <p class="govuk-body" key={key}>
          {line(block.content, notes)}
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List class={`govuk-list govuk-list--${block.ordered ? "number" : "bullet"}`} key={key}>
          {block.items.map((item, place) => (
            <li key={String(place)}>{line(item, notes)}</li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote class="govuk-inset-text" key={key}>
          {line(block.content, notes)}
          {block.source && <footer>{line(block.source, notes)}</footer>}
        </blockquote>
      );
    case "table":
      return tableView(block, notes);
    case "chart":
      return (
        <figure class="heed-figure" id={block.id} key={block.id}>
          <figcaption class="govuk-heading-s">{line(block.caption, notes)}</figcaption>
          <StackedColumns chart={block} />
          {tableView({ ...chartTable(block), caption: [{ kind: "text", text: block.alternative }] }, notes)}
        </figure>
      );
  }
}

function tableView({ id, caption, columns, rows }: Table, notes: Notes): JSX.Element {
  const end = ({ align }: Column) => (align === "end" ? "heed-number" : undefined);
  const named = line(caption, notes);
  return (
    <Scrolling label={plain(caption)} key={id}>
      <table class="govuk-table" id={id}>
        <caption class="govuk-table__caption govuk-table__caption--s">{named}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={end(column)} key={column.label}>
                {shown(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={String(row)}>
              {cells.map((cell, place) => {
                const column = columns[place] as Column;
                const content = line(cell, notes);
                return column.rowHeader ? (
                  <th scope="row" class="heed-plain" key={column.label}>
                    {content}
                  </th>
                ) : (
                  <td class={end(column)} key={column.label}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function line(content: readonly Inline[], notes: Notes): JSX.Element[] {
  return content.map((each, place) => <span key={String(place)}>{inline(each, notes)}</span>);
}

function inline(each: Inline, notes: Notes): JSX.Element | string {
  switch (each.kind) {
    case "text":
      return shown(each.text);
    case "strong":
      return <strong>{line(each.content, notes)}</strong>;
    case "emphasis":
      return <em>{line(each.content, notes)}</em>;
    case "link":
      if (addressProblem(each.href) !== undefined) return <>{line(each.content, notes)}</>;
      return (
        <a class="govuk-link" href={each.href} rel="noopener">
          {line(each.content, notes)}
        </a>
      );
    case "reference":
      return (
        <a class="govuk-link" href={`#${each.to}`}>
          {line(each.content, notes)}
        </a>
      );
    case "foreign":
      return <span lang={each.language}>{line(each.content, notes)}</span>;
    case "footnote": {
      const place = notes.push(each.content);
      return (
        // The narrow space parts the number from the word also where there is no style sheet.
        <>
          {"\u202f"}
          <sup>
            <a class="govuk-link" href={`#note-${place}`} id={`note-of-${place}`}>
              {place}
            </a>
          </sup>
        </>
      );
    }
  }
}

function plain(content: readonly Inline[]): string {
  return content
    .map((each) => (each.kind === "text" ? each.text : each.kind === "footnote" ? "" : plain(each.content)))
    .join("");
}
