// Finding things by their words. Nothing here knows the page: `svodSearch.add` takes the shards of
// the index, `svodSearch.find` answers. It is loaded once the reader searches.
"use strict";

globalThis.svodSearch = (() => {
  // Letters that a reader does not tell apart: ё and е, Latin ones and the Cyrillic ones of their shape.
  const ALIKE = { ё: "е" };
  [..."abcehkmoptxy"].forEach((latin, at) => { ALIKE[latin] = "авсенкмортху"[at]; });

  /** Lower case, one letter for all that look alike, spaces for all signs; as long as the text was. */
  function fold(text) {
    const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, (sign) => " ".repeat(sign.length));
    return plain.replace(/[ёa-z]/g, (letter) => ALIKE[letter] ?? letter);
  }

  // Endings of Russian words in the order in which the Snowball stemmer for Russian takes them off. Those
  // of `after` stand after а or я.
  const GERUND = { after: "вшись|вши|в", any: "ившись|ывшись|ивши|ывши|ив|ыв" };
  const REFLEXIVE = { any: "ся|сь" };
  const ADJECTIVE = { any: "его|ого|ему|ому|ими|ыми|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею" };
  const PARTICIPLE = { after: "ем|нн|вш|ющ|щ", any: "ивш|ывш|ующ" };
  const VERB = {
    after: "ешь|нно|ете|йте|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н",
    any: "ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю",
  };
  const NOUN = { any: "иями|иях|иям|ией|ями|ами|ием|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я" };

  for (const endings of [GERUND, REFLEXIVE, ADJECTIVE, PARTICIPLE, VERB, NOUN]) {
    // The longest ending counts, and the leftmost match of `$` is the longest.
    endings.pattern = new RegExp(`(?:(${endings.after ?? "(?!)"})|(?:${endings.any}))$`);
  }

  /** A part of a word without its ending; nothing if it has none of these. */
  function without(part, { pattern }) {
    const found = pattern.exec(part);
    if (!found) return null;
    if (found[1] && !/[ая]$/.test(part.slice(0, found.index))) return null;
    return part.slice(0, found.index);
  }

  /** What follows the first vowel, and in that the first consonant after a vowel. */
  const region = (word) => word.length - (/^[^аеиоуыэюя]*[аеиоуыэюя](.*)$/.exec(word)?.[1].length ?? 0);
  const inner = (word) => /^.*?[аеиоуыэюя][^аеиоуыэюя](.*)$/.exec(word)?.[1] ?? "";

  // Endings of English words. Titles are searched as they stand, so what is left must begin every form
  // of a word: letters are taken off, and none is put in their place, as stemmers for English do.
  const ENGLISH = new RegExp(`(?:${["ies", "ied", "es", "ed", "ing", "ly", "s", "y"].map(fold).join("|")})$`);

  /** A folded word without its English ending, if something that can be said is left. */
  function english(word) {
    const core = word.replace(ENGLISH, "");
    if (core === word || core.length < 3 || !/[аеiоuу]/.test(core)) return word;
    return core.replace(/(\p{L})\1$/u, "$1");
  }

  /** A folded word without its endings. Latin letters that look like no Cyrillic ones make it English. */
  const stem = (word) => (/[a-z]/.test(word) ? english(word) : russian(word));

  /** A folded word without its Russian endings. */
  function russian(word) {
    const start = region(word);
    const deep = word.length - inner(inner(word)).length;
    const adjectival = (part) => {
      const rest = without(part, ADJECTIVE);
      return rest === null ? null : without(rest, PARTICIPLE) ?? rest;
    };
    let part = word.slice(start);
    const gerund = without(part, GERUND);
    if (gerund !== null) {
      part = gerund;
    } else {
      part = without(part, REFLEXIVE) ?? part;
      part = adjectival(part) ?? without(part, VERB) ?? without(part, NOUN) ?? part;
    }
    part = part.replace(/и$/, "");
    const ending = /(?:ость|ост)$/.exec(part);
    if (ending && start + ending.index >= deep) part = part.slice(0, ending.index);
    const shorter = part.replace(/(?:ейше|ейш)$/, "");
    if (shorter !== part || /нн$/.test(part)) part = shorter.replace(/нн$/, "н");
    else part = part.replace(/ь$/, "");
    return word.slice(0, start) + part;
  }

  /**
   * The words of a question, letters apart from digits, for «СОШ12» is СОШ and 12: what each of them
   * has in common with all that it finds, and what is tried in turn: the word as it is, as a
   * beginning, without its ending, inside another.
   */
  function words(asked) {
    const found = fold(asked).match(/\p{L}+|\p{N}+/gu) ?? [];
    return found.slice(0, 8).map((word) => {
      const core = word.length > 3 ? stem(word) : word;
      const tries = [` ${word} `, ` ${word}`, ` ${core}`];
      return { core, tries: word.length > 2 ? [...tries, word] : tries };
    });
  }

  /** Which try a text holds; -1 if none. */
  function rankIn(text, { core, tries }) {
    return text.includes(core) ? tries.findIndex((one) => text.includes(one)) : -1;
  }

  /** A find whose word stands only beside the title: in the kind, the place or another name. */
  const BESIDE = 4;

  const shards = [];

  /** Takes a shard of the index: groups of `[title, path, other names]`. */
  function add(at, groups) {
    shards[at] = groups.map(({ kind, words = "", place = "", entries }) => ({
      kind, place, text: ` ${fold(`${place} ${kind} ${words}`)} `,
      entries: entries.map(([title, to, also = ""]) => ({
        title, to, text: ` ${fold(title)} `, also: also && ` ${fold(also)} `,
      })),
    }));
  }

  /** How many things hold all words asked for, and the best of them, at most `limit`. */
  function find(asked, limit) {
    const wanted = words(asked);
    const ranked = [];
    let count = 0;
    if (wanted.length === 0) return { count, found: [] };
    for (const group of shards.flat()) {
      const beside = wanted.map((one) => rankIn(group.text, one) >= 0);
      for (const entry of group.entries) {
        let rank = 0;
        for (let at = 0; at < wanted.length && rank >= 0; at += 1) {
          const own = rankIn(entry.text, wanted[at]);
          if (own >= 0) rank += own;
          else if (beside[at] || (entry.also && rankIn(entry.also, wanted[at]) >= 0)) rank += BESIDE;
          else rank = -1;
        }
        if (rank < 0) continue;
        count += 1;
        const best = ranked[rank] ??= [];
        if (best.length < limit) best.push({ group, entry });
      }
    }
    const found = ranked.flat().slice(0, limit);
    return {
      count,
      found: found.map(({ group, entry }) => ({
        kind: group.kind, place: group.place, to: entry.to, title: marked(entry, wanted),
      })),
    };
  }

  /** A title in pieces, those that were asked for marked: `[{text, marked}]`. */
  function marked({ title, text }, wanted) {
    const marks = new Uint8Array(title.length);
    for (const one of wanted) {
      const tried = one.tries[rankIn(text, one)];
      if (!tried) continue;
      // The folded text has a space before the title, and so has what was tried.
      const from = text.indexOf(tried) + tried.search(/\S/) - 1;
      marks.fill(1, from, from + tried.trim().length);
    }
    const pieces = [];
    for (let at = 0, from = 0; at <= title.length; at += 1) {
      if (at < title.length && marks[at] === marks[from]) continue;
      if (at > from) pieces.push({ text: title.slice(from, at), marked: marks[from] === 1 });
      from = at;
    }
    return pieces;
  }

  return { add, find, stem, shards: 0 };
})();
