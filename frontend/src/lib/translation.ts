interface Translated {
  /** What a translator has put in the text's place. */
  font: Element;
  original: string;
}

/**
 * Keeps words true while a browser translates the page. A translator puts <font> elements in the place of texts. What the page
 * then writes into its texts would be seen by nobody, and a state that is over would go on being said. So each text is put
 * back beside its translation, empty. Once something is written into it, the translation goes: the new words are seen, and
 * are translated in their turn. Works until the returned function is called.
 */
export function keepsWordsTrue(root: Node): () => void {
  const translated = new Map<Text, Translated>();
  const textOf = new Map<Node, Text>();

  function look(records: MutationRecord[]): void {
    const before = new Set(translated.keys()); // what a translator does to a text while it takes it out tells nothing
    for (const record of records) {
      if (before.has(record.target as Text)) show(record.target as Text);
      for (const node of record.removedNodes) {
        if (node instanceof Text) textRemoved(node, record);
        else if (textOf.has(node)) fontRemoved(node as Element, record);
      }
    }
    observer.takeRecords(); // what was done here is nobody else's change
  }

  /** From now on the text is seen again, with whatever stands in it. */
  function show(text: Text): void {
    const known = translated.get(text);
    if (!known) return;
    translated.delete(text);
    textOf.delete(known.font);
    known.font.remove();
  }

  function textRemoved(text: Text, record: MutationRecord): void {
    const known = translated.get(text);
    const font = known ? undefined : fontAt(record);
    if (font) hide(text, font);
    else if (known && !text.isConnected) show(text);
    else if (known?.font.isConnected) text.after(known.font);
  }

  /** A translator has changed its mind: to other words, or to those of the page. */
  function fontRemoved(font: Element, record: MutationRecord): void {
    const text = textOf.get(font);
    if (!text || font.isConnected) return;
    const { original } = translated.get(text)!;
    show(text);
    const other = fontAt(record);
    text.data = original;
    if (other) hide(text, other);
  }

  function hide(text: Text, font: Element): void {
    if (font.contains(text)) text.replaceWith(text.cloneNode());
    translated.set(text, { font, original: text.data });
    textOf.set(font, text);
    text.data = '';
    font.before(text);
  }

  /** The translation that has come where something was removed. */
  function fontAt({
    addedNodes,
    previousSibling,
    nextSibling,
  }: MutationRecord): Element | undefined {
    const near = [...addedNodes, previousSibling, nextSibling];
    return near.find(
      (node): node is Element => node?.nodeName === 'FONT' && node.isConnected && !textOf.has(node),
    );
  }

  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}
