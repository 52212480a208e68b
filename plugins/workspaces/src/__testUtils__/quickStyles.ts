// What a test can see of a style: whether something is there, can be clicked, and (`display`, `content`)
// how the words of its accessible name are joined.
const SEEN = ['display', 'visibility', 'opacity', 'pointer-events', 'content'];

function canBeSeen(rule: CSSRule): boolean {
  // Groups such as @media keep what is in them.
  if (!('style' in rule)) return true;
  const style = rule.style as CSSStyleDeclaration;
  return SEEN.some(property => style.getPropertyValue(property));
}

function dropUnseen(sheet: CSSStyleSheet): void {
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    if (!canBeSeen(sheet.cssRules[index])) sheet.deleteRule(index);
  }
}

/**
 * Makes `getComputedStyle` quick. A query by role asks for the style of every element in sight, for each
 * of which jsdom 27 matches every rule of every style sheet: two thirds of the time of these tests. Rules
 * of which a test sees nothing are dropped, and a style is computed once until the document changes.
 */
export function quickStyles(): void {
  const compute = window.getComputedStyle.bind(window);
  let changed = true;
  const changes = new MutationObserver(() => {
    changed = true;
  });
  changes.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const seen = new WeakSet<CSSStyleSheet>();
  let known = new WeakMap<Element, CSSStyleDeclaration>();
  // `:focus` is the one state on which a rule can depend that is no change of the document.
  let focused: Element | null = null;

  window.getComputedStyle = element => {
    // The records of this very moment have not been delivered yet.
    changed ||= changes.takeRecords().length > 0;
    if (changed || document.activeElement !== focused) {
      changed = false;
      focused = document.activeElement;
      known = new WeakMap();
      for (const sheet of Array.from(document.styleSheets)) {
        if (!seen.has(sheet)) dropUnseen(sheet);
        seen.add(sheet);
      }
    }
    const style = known.get(element) ?? compute(element);
    known.set(element, style);
    return style;
  };
}
