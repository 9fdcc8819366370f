import {
  ConfigCommentParser,
  Directive,
  TextSourceCodeBase,
  VisitNodeStep,
} from '@eslint/plugin-kit';
import type { Location } from '../data/lines.ts';
import type { EnvComment, EnvDocument, EnvNode } from '../data/env-syntax.ts';

interface EnvTypes {
  LangOptions: Record<string, unknown>;
  RootNode: EnvDocument;
  SyntaxElementWithLoc: EnvNode;
  ConfigNode: EnvComment;
}

type DirectiveType = 'disable' | 'enable' | 'disable-line' | 'disable-next-line';

interface InlineConfig {
  readonly config: { readonly rules: Record<string, unknown> };
  readonly loc: Location;
}

interface InlineProblem {
  readonly ruleId: null;
  readonly message: string;
  readonly loc: Location;
}

const commentParser = new ConfigCommentParser();
const INLINE_CONFIG = /^\s*eslint(?:-enable|-disable(?:(?:-next)?-line)?)?(?:\s|$)/;
const DISABLE = /^eslint-(disable|enable|disable-line|disable-next-line)$/;

/** A .env file as rules see it. Comments switch rules off as in code: `# eslint-disable-next-line`. */
export class EnvSourceCode extends TextSourceCodeBase<EnvTypes> {
  readonly visitorKeys: Record<string, string[]>;
  readonly #parents = new Map<EnvNode, EnvNode>();
  #steps: VisitNodeStep[] | null = null;

  constructor(text: string, ast: EnvDocument, visitorKeys: Record<string, string[]>) {
    super({ text, ast });
    this.visitorKeys = visitorKeys;
  }

  get comments(): readonly EnvComment[] {
    return this.ast.comments;
  }

  override traverse(): Iterable<VisitNodeStep> {
    return (this.#steps ??= this.#walk(this.ast, null, []));
  }

  override getParent(node: EnvNode): EnvNode | undefined {
    this.traverse();
    return node.type === 'EnvComment' ? this.ast : this.#parents.get(node);
  }

  getInlineConfigNodes(): EnvComment[] {
    return this.ast.comments.filter(({ value }) => INLINE_CONFIG.test(value));
  }

  getDisableDirectives(): { problems: InlineProblem[]; directives: Directive[] } {
    const directives = this.getInlineConfigNodes().flatMap((node) => {
      const {
        label = '',
        value = '',
        justification = '',
      } = commentParser.parseDirective(node.value) ?? {};
      const type = DISABLE.exec(label)?.[1] as DirectiveType | undefined;
      return type ? [new Directive({ type, node, value, justification })] : [];
    });
    return { problems: [], directives };
  }

  applyInlineConfig(): { configs: InlineConfig[]; problems: InlineProblem[] } {
    const configs: InlineConfig[] = [];
    const problems: InlineProblem[] = [];
    for (const { value, loc } of this.getInlineConfigNodes()) {
      const directive = commentParser.parseDirective(value);
      if (directive?.label !== 'eslint') continue;
      // `# eslint reads this file` is a remark.
      if (!directive.value.includes(':')) continue;
      const parsed = commentParser.parseJSONLikeConfig(directive.value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  #walk(node: EnvNode, parent: EnvNode | null, steps: VisitNodeStep[]): VisitNodeStep[] {
    if (parent) this.#parents.set(node, parent);
    steps.push(new VisitNodeStep({ target: node, phase: 1, args: [node, parent] }));
    for (const child of childrenOf(node)) this.#walk(child, node, steps);
    steps.push(new VisitNodeStep({ target: node, phase: 2, args: [node, parent] }));
    return steps;
  }
}

function childrenOf(node: EnvNode): readonly EnvNode[] {
  if (node.type === 'EnvDocument') return node.body;
  return node.type === 'EnvPair' ? [node.key, node.value] : [];
}
