import { describe, expect, expectTypeOf, it } from 'vitest';
import { checklists, type Checklist, type ItemId } from '../../src/checklists/index.ts';

const all: readonly Checklist[] = Object.values(checklists);
const items = all.flatMap((checklist) => checklist.items);

const perSection = {
  aelix: {
    Security: 5,
    Reliability: 5,
    Observability: 4,
    'Functional Testing': 5,
    Compliance: 3,
    'Switch to Production': 2,
  },
  octopus: {
    '1. Production host, production credentials': 3,
    '2. Credentials in a secrets manager': 1,
    '3. Request timeouts': 1,
    '4. Retries with exponential backoff': 4,
    '4. Retries with exponential backoff / 9. Rate limit handling': 1,
    '5. Idempotency via client_reference': 4,
    '6. Webhook endpoint': 5,
    '7. Low-balance alerts': 2,
    '8. Observability': 4,
    '9. Rate limit handling': 2,
    '10. Concurrent order control': 3,
    '11. Sandbox-to-prod parity': 3,
    'Pre-launch final check': 1,
    'Post-launch, first 24 hours': 1,
  },
  moncreneau: {
    '1. API Keys': 4,
    '2. Webhooks': 8,
    '3. Security': 7,
    '3. Security / 4. Error Handling': 1,
    '4. Error Handling': 6,
    '5. Credits and Payments': 7,
    '6. Monitoring': 6,
    '7. Performance': 4,
    '8. Testing': 1,
    '9. Documentation': 1,
    '10. Backup and Rollback': 1,
    'Final Verification': 1,
  },
};

describe('checklists', () => {
  it.each(Object.entries(perSection))('%s has its items, section by section', (name, expected) => {
    const counts: Record<string, number> = {};
    for (const item of items.filter(({ id }) => id.startsWith(`${name}/`))) {
      counts[item.section] = (counts[item.section] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });

  it('has 24, 35 and 47 items, each id once and under its API', () => {
    expect(all.map((checklist) => checklist.items.length)).toEqual([24, 35, 47]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(106);
    for (const [name, checklist] of Object.entries(checklists)) {
      expect(checklist.api).toBe(name);
      expect(checklist.items.every(({ id }) => /^[a-z]+\/[a-z0-9-]+$/.test(id))).toBe(true);
      expect(checklist.items.every(({ id }) => id.startsWith(`${name}/`))).toBe(true);
    }
  });

  it('leaves 19 items to a person, each with one sentence why', () => {
    const manual = items.filter((item) => item.shows === 'manual');
    expect(manual).toHaveLength(19);
    for (const { why } of manual) expect(why).toMatch(/^[A-Z].*[^.]\.$/);
  });

  it('marks what shows in configuration', () => {
    expect(items.filter(({ shows }) => shows === 'config').map(({ id }) => id)).toEqual([
      'aelix/error-rate-alert',
      'aelix/quota-alert',
      'octopus/low-balance-alert',
      'moncreneau/critical-error-alerts',
      'moncreneau/credits-alert',
      'moncreneau/alerts',
    ]);
  });

  it('compiles for ids that exist only', () => {
    expectTypeOf<'octopus/max-retries'>().toExtend<ItemId>();
    expectTypeOf<'octopus/max-retry'>().not.toExtend<ItemId>();
    // @ts-expect-error: there is no such item
    const wrong: ItemId = 'aelix/max-retries';
    expect(wrong).toBeTypeOf('string');
  });
});
