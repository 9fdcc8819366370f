import { wordSet, wordsOf } from '../../ast/words.ts';
import { credentialName } from '../credential/name.ts';

/** What kind of thing nobody may read in a log, going by a name. */
export type SensitiveKind = 'credential' | 'card' | 'personal';

/** Names that begin so ask about a thing and don't hold it. */
const ASKING = wordSet(
  'has is no allow allows missing should needs with without uses requires require show hide valid invalid can num max min total did was will new on handle validate verify check refresh count',
);
/** The thing is in a form that gives nothing away, or is another thing that is known to all. */
const HARMLESS = wordSet(
  'masked redacted sanitized sanitised safe hashed hash hidden obfuscated truncated shortened partial encrypted fingerprint public publishable mock dummy count length type last4 preview prefix suffix expiry expires placeholder scrubbed omitted present set',
);
/** `promptTokens`: how many. */
const COUNTED = wordSet(
  'max min total prompt completion input output used remaining cached reasoning num estimated billable available spent text audio image context per reserved expected response content generated thinking chunk document history consumed candidates thoughts creation read write cache',
);
const ONE_TIME = wordSet('otp totp passcode mnemonic');
/** Whose PIN: a piece of land, a map and a chip have others. */
const OF_PINS = wordSet(
  'card user customer account login security secret sms upi wallet sim door access auth entered new old current confirm my',
);
/** What is held for a while, by a token that opens nothing: `lockToken`. */
const HELD = wordSet('lock mutex lease semaphore');
const STORES = wordSet(
  'database db mongo mongodb postgres postgresql pg mysql mariadb redis amqp rabbitmq mssql sqlserver connection cockroach',
);
const LOCATORS = wordSet('url uri dsn string connstr');
const CARD_CODES = wordSet('cvv cvc cvv2 cvc2 csc');
/** Cards that nobody pays with. */
const OTHER_CARDS = wordSet(
  'loyalty gift member membership library business report score fidelity bonus health insurance sim id identity visiting transit travel club reward rewards staff employee student fuel',
);
const PHONES = wordSet('phone mobile msisdn telephone cellphone phonenumber mobilenumber');
const STRICTLY_PERSONAL = wordSet('ssn dob birthdate birthday iban passport nationalid taxid');
const NOT_OF_A_PERSON = wordSet(
  'sender from admin support noreply reply system service team contact company store merchant business bot template client sandbox default verified hash domain provider from',
);
const ADDRESSES = wordSet('street billing shipping home postal mailing residential customer');
const NAMES = wordSet('first last full customer sur maiden given family middle cardholder holder');

const known = new Map<string, SensitiveKind | null>();
const MOST_NAMES = 20_000;

/** What a name says that it holds; null for most names. */
export function sensitiveName(name: string): SensitiveKind | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size > MOST_NAMES) known.clear();
  const kind = kindOf(name);
  known.set(name, kind);
  return kind;
}

function kindOf(name: string): SensitiveKind | null {
  const words = wordsOf(name);
  const [first = ''] = words;
  if (words.length > 1 && ASKING.has(first) && !/^refresh,token(?:,|$)/.test(words.join()))
    return null;
  if (words.some((word) => HARMLESS.has(word))) return null;
  if (isCredential(name, words)) return 'credential';
  if (isCard(words)) return 'card';
  return isPersonal(words) ? 'personal' : null;
}

function isCredential(name: string, words: readonly string[]): boolean {
  const [last = '', before = ''] = words.toReversed();
  if (last === 'tokens' && (before === '' || COUNTED.has(before))) return false;
  if (last === 'key' && before === 'client') return false;
  if (last === 'token' && HELD.has(before)) return false;
  const kind = credentialName(name);
  if (kind !== null && kind !== 'weak') return true;
  if (ONE_TIME.has(last) || (last === 'code' && (ONE_TIME.has(before) || before === 'pin')))
    return true;
  if (last === 'pin') return words.length === 1 || OF_PINS.has(before);
  if (last === 'cookie' || last === 'cookies') return before !== 'no';
  if (last === 'phrase') return before === 'seed' || before === 'pass';
  if (last === 'header' || last === 'headers')
    return before === 'auth' || before === 'authorization';
  return LOCATORS.has(last) && words.slice(0, -1).some((word) => STORES.has(word));
}

function isCard(words: readonly string[]): boolean {
  const [last = '', before = ''] = words.toReversed();
  if (words.some((word) => OTHER_CARDS.has(word))) return false;
  if (CARD_CODES.has(last) || (CARD_CODES.has(before) && last === 'code')) return true;
  if (last === 'pan') return words.length === 1 ? false : before === 'card' || before === 'full';
  if (last === 'code' && before === 'security') return words.length === 2 || words.includes('card');
  if (last !== 'number' && last !== 'no' && last !== 'num') return words.join('') === 'cardnumber';
  return before === 'card' || before === 'cc' || before === 'pan';
}

function isPersonal(words: readonly string[]): boolean {
  if (words.some((word) => NOT_OF_A_PERSON.has(word))) return false;
  const [last = '', before = ''] = words.toReversed();
  if (last === 'email' || last === 'mail' || last === 'emails') return true;
  if (
    PHONES.has(last) ||
    STRICTLY_PERSONAL.has(words.slice(-2).join('')) ||
    STRICTLY_PERSONAL.has(last)
  )
    return true;
  if (last === 'number') return PHONES.has(before) || before === 'passport' || before === 'tax';
  if (last === 'address') return before === 'email' || ADDRESSES.has(before);
  if (last === 'birth') return true;
  return last === 'name' && NAMES.has(before);
}

/** What a name says that holds a token which opens nothing: `lock`. */
export const isHeldThing = (name: string): boolean => HELD.has(wordsOf(name).at(-1) ?? '');

/** A credential or card data by itself, not only in some of its forms. */
export function isStrongSecret(name: string): boolean {
  const kind = sensitiveName(name);
  return (kind === 'credential' && !/cookies?$|headers?$/i.test(name)) || kind === 'card';
}
