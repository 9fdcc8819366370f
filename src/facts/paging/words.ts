/** Parameters that say how many entries an answer holds, and nothing else. */
const SIZE =
  /^(?:_?limit|\$?limit|(?:per|page|items?_?per|results?_?per|rows?_?per)_?(?:page|size|limit)|page[._-]?(?:size|limit)|(?:page|pagination|paging)\[(?:size|limit|page_?size|per_?page)\]|page_?len|max_?(?:results|records|items|per_?page|page_?size)|\$top|row_?limit|page_?item_?count)$/i;

/** Parameters that say it only beside one that chooses a page, or where a list is asked for. */
const MAYBE_SIZE = /^(?:size|count|take|first|last|top|rows|max|num|number)$/i;

/** Parameters that choose which part of a list is asked for. */
const PAGE =
  /^(?:_?page|p|pg|(?:current_?)?page_?(?:number|no|num|index|token|cursor|id)?|\$?skip|_?offset|_?start|from|cursor|\w*_?cursor|after|before|starting_?(?:after|at)|start_?(?:at|index|row|key|after|from)|ending_?before|\w*next_?token|\w*page_?token|marker|since_?id|max_?id|continuation\w*|exclusive_?start_?key|last_?(?:key|id|evaluated_?key)|(?:page|pagination|paging)\[(?:number|page|cursor|after|before|offset|start)\])$/i;

/** Parameters by which one entry, or a handful, is looked up. */
const LOOKUP =
  /^(?:ids?|\w+_?ids?|uuid|e?mail|phone|name|username|login|slug|key|code|codes|sku|symbols?|reference|ref|external_?id|q|query|search|term|filter|filters|where|\$filter|lat|lng|lon|latitude|longitude|latlng|address|date|day|start_?date|end_?date|year|month|ip|domain|url|hash|eq|in|input|keyword|text|match|select)$/i;

/** Names that code reads off an answer to get the rest of a list. */
const FURTHER =
  /^(?:next|next_?(?:page|cursor|url|link|token|page_?token|page_?url|start)\w*|has_?(?:more|next)\w*|@odata\.nextLink|cursor|\w*_?cursor|page_?token|continuation\w*|links?|total_?pages?|page_?count|pages|last_?page|last_?evaluated_?key|is_?last_?page|end_?cursor|page_?info|paging|pagination|meta)$/i;

/** The same in the text of a function. */
const FURTHER_IN_TEXT =
  /\b(?:next_?(?:page|cursor|url|link|token)\w*|has_?(?:more|next)\w*|\w*cursor\w*|page_?token\w*|total_?pages?|page_?count|last_?page|starting_?after|continuation\w*|end_?cursor|page_?info|page_?param\w*|offset|pagina\w+|infinite\w*)\b|\.next\b(?!\s*\()|rel=|nextLink|\.links?\b|headers?(?:\.link\b|\[['"]link|\.get\(['"]link)/i;

export const isSizeName = (name: string, isOfList: boolean): boolean =>
  SIZE.test(name) || (isOfList && MAYBE_SIZE.test(name));
export const isPageName = (name: string): boolean => PAGE.test(name);
export const isLookupName = (name: string): boolean => LOOKUP.test(name);
export const isFurtherName = (name: string): boolean => FURTHER.test(name);
export const speaksOfFurther = (text: string): boolean => FURTHER_IN_TEXT.test(text);

/** Plural words that name one thing. */
const SINGLE =
  /(?:^|[-_])(?:status|news|settings|analytics|metrics|stats|statistics|credits|details|permissions|preferences|options|address|address(?:es)?-?lookup|progress|process|access|success|business|class|analysis|basis|bus|gps|dns|https|aws|sms|css|js|docs|headquarters|series|species|health|limits|quotas|totals|capabilities|features|terms|timings|rates|keys|jwks|certs|charges|balances?|figures|columns|counts|insights|ads|args|params|props|tokens|sessions|latest|us|is|as|this|has|was|yes|apps)$/i;

/** Whether the last segment of a path names a collection: `orders`, `line-items`, `people`. */
export const isCollection = (segment: string): boolean =>
  /^[a-z][\w-]*$/i.test(segment) &&
  (/[a-z]{2}s$/i.test(segment) || /(?:^|[-_])(?:people|children)$/i.test(segment)) &&
  !/(?:ss|us|is)$/i.test(segment) &&
  !SINGLE.test(segment);
