import { type Address, addressTo, entryAt, readAddress } from './address.ts';
import { articleText, headOf, mendsView, valuesView } from './article-view.ts';
import { calendarOf, calendarView } from './calendar-view.ts';
import { compareView } from './compare-view.ts';
import { type Content, h } from './element.ts';
import { filtersView, keysView, navView } from './frame-view.ts';
import { fits, rowOf, searchedOf } from './list-view.ts';
import { mount } from './mount.ts';
import { type Person, peopleIn, peopleView, personView } from './people-view.ts';
import type { Entry, Report } from './report-data.ts';
import type { Side } from './text-view.ts';
import { type Lang, sayIn } from './words.ts';

const report = JSON.parse(document.getElementById('report')?.textContent ?? '') as Report;
const { entries } = report;

/** The language that the reader chose on an earlier visit; some browsers keep nothing for files. */
function keptLang(): Lang | null {
  try {
    const kept = localStorage.getItem('huiyao-lang');
    return kept === 'zh' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}

let lang: Lang = keptLang() ?? report.lang;
let say = sayIn(lang);
let address: Address = readAddress(location.hash);
let side: Side = 'restored';
let marksMends = true;
/** The entries that the filters leave, in the order of the list. */
let kept: readonly Entry[] = entries;
/** The entry that is on show, and what of it is lit for good. */
let shown: Entry | null = null;
let pinned: readonly string[] = [];

const searched = new Map<Entry, string>();
const rows = new Map<Entry, HTMLElement>();
let people: readonly Person[] | null = null;

const root = document.documentElement;
const top = document.createElement('div');
const frame = document.createElement('div');
const aside = document.createElement('aside');
const main = document.createElement('main');
frame.className = 'frame';
aside.className = 'side';
main.className = 'main';
main.id = 'main';
main.tabIndex = -1;

const put = (into: Element, ...content: readonly Content[]): void => into.replaceChildren(mount(content));
const all = (within: ParentNode, selector: string): readonly HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
];

/** Draws everything anew: at the start, and when the language changes. */
function drawFrame(): void {
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  put(top, navView(report, say), keysView(report, say));
  put(aside, filtersView(report, address, say));
  const list = document.createElement('ol');
  list.className = 'rows';
  rows.clear();
  for (const entry of entries) {
    const row = mount(rowOf(entry, say)) as HTMLElement;
    rows.set(entry, row);
    list.append(row);
  }
  aside.append(list);
  aside.append(mount(h('p', { class: 'nothing', hidden: true }, say('none'))));
  showFilters();
  filter();
}

/** What can be searched of an entry; put together once. */
function wordsOf(entry: Entry): string {
  const known = searched.get(entry);
  if (known !== undefined) return known;
  const words = searchedOf(entry);
  searched.set(entry, words);
  return words;
}

/** Hides the rows that do not fit. */
function filter(): void {
  kept = entries.filter((entry) => fits(entry, () => wordsOf(entry), address));
  const left = new Set(kept);
  for (const [entry, row] of rows) row.hidden = !left.has(entry);
  const count = aside.querySelector('.shown');
  if (count !== null) count.textContent = say('shown', kept.length);
  const nothing = aside.querySelector<HTMLElement>('.nothing');
  if (nothing !== null) nothing.hidden = kept.length > 0;
}

const FILTERS = ['q', 'missing', 'finding', 'place', 'outlet', 'person', 'from', 'to', 'differs'] as const;

/** Puts the filters of the address into the form. */
function showFilters(): void {
  let set = 0;
  for (const name of FILTERS) {
    const control = aside.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
    const value = address[name] ?? '';
    if (value !== '' && name !== 'q') set++;
    if (control === null || control === document.activeElement) continue;
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value !== '';
    else control.value = value;
  }
  const details = aside.querySelector<HTMLDetailsElement>('.filters');
  if (details !== null) {
    details.classList.toggle('set', set > 0);
    const count = details.querySelector('.set-count');
    if (count !== null) count.textContent = set === 0 ? '' : String(set);
  }
}

/** The filters of an address, without the place that it leads to. */
const filtersOf = (from: Address): Address =>
  Object.fromEntries(FILTERS.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

/** Changes the address without a new step in the history. */
function readdress(next: Address): void {
  address = next;
  try {
    history.replaceState(null, '', addressTo(next));
  } catch {
    // A browser that forbids it for files: the address line stays as it was, and all else works.
  }
}

/** Shows what the address leads to. */
function draw(focus: boolean): void {
  const view = address.v ?? 'records';
  root.dataset.view = view;
  for (const link of all(top, 'nav a')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const before = shown;
  shown = null;
  pinned = [];
  if (view === 'people') drawPeople();
  else if (view === 'calendar') {
    const calendar = calendarOf(entries.filter((entry) => fits(entry, () => wordsOf(entry), daysOpen(address))));
    put(main, calendarView(calendar, address.from?.slice(0, 4) ?? null, lang, say));
  } else if (view === 'compare' && report.other !== null) put(main, compareView(kept, report.other, say));
  else drawArticle(before);
  root.classList.toggle('at-place', address.r !== undefined || view !== 'records');
  for (const [entry, row] of rows) {
    const link = row.firstElementChild;
    if (entry === shown) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
  }
  if (shown !== null) rows.get(shown)?.scrollIntoView({ block: 'nearest' });
  if (focus) {
    if (shown !== before || shown === null) {
      main.scrollTop = 0;
      if (root.classList.contains('at-place')) scrollTo(0, 0);
      main.querySelector<HTMLElement>('.headline')?.focus({ preventScroll: true });
    }
    if (address.f !== undefined) pin([address.f], true);
  } else if (address.f !== undefined) pin([address.f], true);
}

const daysOpen = ({ from: _from, to: _to, ...rest }: Address): Address => rest;

function drawPeople(): void {
  people ??= peopleIn(entries);
  const person = address.p === undefined ? undefined : people.find(({ name }) => name === address.p);
  if (person !== undefined) {
    put(main, personView(person, say));
    return;
  }
  const everybody = people;
  const input = h('input', {
    type: 'search',
    class: 'find',
    placeholder: say('filterPeople'),
    'aria-label': say('filterPeople'),
  });
  const head = h(
    'h2',
    { class: 'headline', tabindex: '-1' },
    say('people'),
    ' ',
    h('small', { class: 'count' }, say('peopleCount', people.length)),
  );
  put(main, head, h('p', { class: 'quiet' }, say('peopleNote')), input, peopleView(people, say));
  const find = main.querySelector<HTMLInputElement>('.find');
  find?.addEventListener('input', () => {
    const words = find.value.trim();
    const found = everybody.filter(
      ({ name, titles }) => name.includes(words) || titles.some(({ text }) => text.includes(words)),
    );
    main.querySelector('.persons')?.replaceWith(mount(peopleView(found, say)));
  });
}

function drawArticle(before: Entry | null): void {
  const entry = address.r === undefined ? (kept[0] ?? null) : (entryAt(entries, address.r) ?? null);
  if (entry !== null && entry.part !== null) {
    if (address.r !== undefined) location.replace(`${entry.part}${addressTo(address)}`);
    put(main);
    return;
  }
  shown = entry;
  if (entry === null) {
    put(main, h('p', { class: 'nothing' }, say('none')));
    return;
  }
  if (entry === before && main.querySelector('.article') !== null) {
    light([]);
    return;
  }
  const isMended = entry.source !== null && entry.source.changes.length > 0;
  put(
    main,
    h(
      'article',
      { class: 'article' },
      h('p', { class: 'up-line' }, h('a', { class: 'up', href: addressTo(filtersOf(address)) }, '← ', say('back'))),
      headOf(entry, lang),
      entry.source === null
        ? null
        : h(
            'div',
            { class: 'tools' },
            isMended
              ? h('span', { class: 'sides', role: 'group' }, sideButton('restored'), sideButton('source'))
              : h('span', { class: 'quiet' }, say('same')),
            isMended
              ? h(
                  'label',
                  {},
                  h('input', { type: 'checkbox', name: 'mends', checked: marksMends }),
                  ' ',
                  say('showMends'),
                )
              : null,
          ),
      h(
        'div',
        { class: 'both' },
        h('div', { class: 'paper' }, h('div', { class: 'text-place' }), mendsView(entry, report, say)),
        valuesView(entry, lang),
      ),
    ),
  );
  drawText();
}

const sideButton = (name: Side): Content =>
  h('button', { type: 'button', 'data-side': name, 'aria-pressed': String(name === side) }, say(name));

/** Shows the text of the article on the chosen side, with what is pinned lit. */
function drawText(): void {
  if (shown === null) return;
  main.querySelector('.text, .text-place')?.replaceWith(mount(articleText(shown, side, report, say)));
  for (const button of all(main, '.sides button'))
    button.setAttribute('aria-pressed', String(button.dataset.side === side));
  main.querySelector('.paper')?.classList.toggle('plain', !marksMends);
  light(pinned);
}

const valuesOf = (element: Element): readonly string[] => (element.getAttribute('data-v') ?? '').split(' ');
const covers = (chosen: readonly string[], one: string): boolean =>
  chosen.some((name) => one === name || one.startsWith(`${name}.`));

/** Lights values and all their words; everything else goes dark. */
function light(chosen: readonly string[]): void {
  for (const element of all(main, '.lit')) element.classList.remove('lit');
  main.querySelector('.both')?.classList.toggle('some-lit', chosen.length > 0);
  if (chosen.length === 0) return;
  for (const element of all(main, '[data-v]')) {
    if (valuesOf(element).some((one) => covers(chosen, one))) element.classList.add('lit');
  }
}

/** Lights values until something else is chosen, and brings them and their words into sight. */
function pin(chosen: readonly string[], scroll: boolean): void {
  pinned = chosen;
  light(chosen);
  for (const element of all(main, '.value')) {
    const isChosen = chosen.includes(element.getAttribute('data-v') ?? '');
    element.querySelector('.pick')?.setAttribute('aria-pressed', String(isChosen));
  }
  if (!scroll || chosen.length === 0) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const [first = ''] = chosen;
  const words = main.querySelector('.text .lit');
  const card = main.querySelector(`.value.lit, [data-f="${CSS.escape(first)}"]`);
  const isWide = matchMedia('(min-width: 1180px)').matches;
  if (isWide) card?.scrollIntoView({ block: 'nearest', behavior });
  (words ?? card)?.scrollIntoView({ block: isWide ? 'center' : 'nearest', behavior });
}

/** The values whose words stand at a place of the text: the innermost first. */
function valuesAt(target: Element): readonly string[] {
  const found: string[] = [];
  for (let at: Element | null = target; at !== null && !at.classList.contains('text'); at = at.parentElement) {
    if (at.classList.contains('u')) found.push(...valuesOf(at));
  }
  return found;
}

/** What under the pointer can be lit: a value, or words of the text. */
function litBy(target: EventTarget | null): readonly string[] {
  if (!(target instanceof Element)) return [];
  const card = target.closest('.value');
  if (card !== null) return valuesOf(card);
  const field = target.closest('.values h3');
  const name = field?.closest<HTMLElement>('[data-f]')?.dataset.f;
  if (name !== undefined) return [name];
  return target.closest('.text') === null ? [] : valuesAt(target);
}

main.addEventListener('mouseover', ({ target }) => {
  const over = litBy(target);
  light(over.length > 0 ? over : pinned);
});
main.addEventListener('mouseleave', () => light(pinned));
main.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches('.pick')) light(litBy(target));
});
main.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || shown === null) return;
  const button = target.closest<HTMLElement>('.sides button');
  if (button !== null) {
    side = button.dataset.side === 'source' ? 'source' : 'restored';
    drawText();
    return;
  }
  if (target.closest('a') !== null || !(getSelection()?.isCollapsed ?? true)) return;
  const chosen = litBy(target);
  const isText = target.closest('.text') !== null;
  if (chosen.length === 0 && !isText) return;
  const again = chosen.join(' ') === pinned.join(' ');
  const { f: _f, ...rest } = address;
  const [first] = chosen;
  readdress(again || first === undefined ? rest : { ...rest, r: shown.key, f: first });
  pin(again ? [] : chosen, !again);
});
main.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'mends') return;
  marksMends = target.checked;
  drawText();
});

/** Reads the form of the filters into the address. */
function readFilters(): void {
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries(address)) {
    if (!(FILTERS as readonly string[]).includes(name)) next[name] = value;
  }
  for (const name of FILTERS) {
    const control = aside.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
    if (control === null) continue;
    const isBox = control instanceof HTMLInputElement && control.type === 'checkbox';
    const value = isBox ? (control.checked ? '1' : '') : control.value.trim();
    if (value !== '') next[name] = value;
  }
  readdress(next);
  filter();
  showFilters();
}

aside.addEventListener('input', () => {
  readFilters();
  if (address.v === 'calendar' || address.v === 'compare') draw(false);
});
aside.addEventListener('submit', (event) => {
  event.preventDefault();
});
aside.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('.clear') !== null) {
    for (const control of all(aside, 'input, select')) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = false;
      else (control as HTMLInputElement).value = '';
    }
    readFilters();
    draw(false);
    return;
  }
  // A link of the list keeps the filters that led to it.
  const link = target.closest<HTMLAnchorElement>('a.row');
  const key = link?.closest<HTMLElement>('li')?.dataset.key;
  const entry = key === undefined ? undefined : entries.find((one) => one.key === key);
  if (link !== null && entry !== undefined) {
    link.setAttribute(
      'href',
      `${entry.part ?? ''}${addressTo({ ...(entry.part === null ? filtersOf(address) : {}), r: entry.key })}`,
    );
  }
});

/** Goes to an entry as a link would. */
function go(entry: Entry): void {
  location.hash = addressTo({ ...filtersOf(address), r: entry.key });
}

/** Goes so many entries on in the list. */
function step(by: number): void {
  const at = shown === null ? -1 : kept.indexOf(shown);
  const next = kept[Math.min(kept.length - 1, Math.max(0, at + by))];
  if (next !== undefined && next !== shown) go(next);
}

/** Goes so many values on in the record. */
function stepValue(by: number): void {
  const picks = all(main, '.pick');
  if (picks.length === 0) return;
  const at = picks.findIndex((pick) => pinned.includes(pick.parentElement?.getAttribute('data-v') ?? ''));
  const next = picks[(at + by + picks.length + (at < 0 && by < 0 ? 1 : 0)) % picks.length];
  next?.focus({ preventScroll: true });
  next?.click();
}

const dialog = (): HTMLDialogElement | null => document.querySelector('dialog');

top.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('.to-help') !== null) dialog()?.showModal();
  if (target.closest('.to-close') !== null) dialog()?.close();
  if (target.closest('.to-lang') === null) return;
  lang = lang === 'zh' ? 'en' : 'zh';
  say = sayIn(lang);
  try {
    localStorage.setItem('huiyao-lang', lang);
  } catch {
    // Then the choice holds for this visit.
  }
  drawFrame();
  shown = null;
  draw(false);
});

const VIEW_KEYS = ['records', 'people', 'calendar', 'compare'];

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepValue(1),
  p: () => stepValue(-1),
  o: () => {
    if (shown?.source?.changes.length === 0) return;
    side = side === 'source' ? 'restored' : 'source';
    drawText();
  },
  r: () => {
    marksMends = !marksMends;
    const box = main.querySelector<HTMLInputElement>('[name="mends"]');
    if (box !== null) box.checked = marksMends;
    drawText();
  },
  '/': () => aside.querySelector<HTMLInputElement>('[name="q"]')?.focus(),
  '?': () => dialog()?.showModal(),
  Escape: () => {
    const { f: _f, ...rest } = address;
    readdress(rest);
    pin([], false);
  },
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog()?.open === true) return;
  const { target, key } = event;
  if (target instanceof Element && target.matches('input, select, textarea')) {
    if (key === 'Escape') (target as HTMLElement).blur();
    const [first] = kept;
    if (key === 'Enter' && target.matches('[name="q"]') && first !== undefined) go(first);
    return;
  }
  const view = VIEW_KEYS[Number(key) - 1];
  const act = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (act !== undefined) {
    event.preventDefault();
    act();
  } else if (view !== undefined && (view !== 'compare' || report.other !== null)) {
    location.hash = addressTo(view === 'records' ? filtersOf(address) : { ...filtersOf(address), v: view });
  }
});

addEventListener('hashchange', () => {
  address = readAddress(location.hash);
  showFilters();
  filter();
  draw(true);
});

// For styles that need a living page; what stands there for readers without scripts is theirs alone.
root.classList.add('live');
document.body.prepend(top, frame);
frame.append(aside, main);
drawFrame();
draw(false);
// For whoever measures: from here on the page can be used.
performance.mark('huiyao-drawn');
// The first search finds everything put together.
setTimeout(() => entries.forEach(wordsOf), 300);
