// What nobody misses at first, the land of a map and the plan behind a headline, is fetched once the page is painted: on a slow line
// it would hold up what is read. Without scripts a map names its land itself.

export function enhance(uses) {
  for (const use of uses) {
    use.setAttribute("href", use.dataset.later);
  }
}
