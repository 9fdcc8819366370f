import { z } from 'zod';

const schema = z.object({
  MONCRENEAU_BASE_URL: z.url({ protocol: /^https$/ }),
  MONCRENEAU_API_KEY: z.string().min(1),
  MONCRENEAU_WEBHOOK_SECRET: z.string().min(32),
  SMS_URL: z.url({ protocol: /^https$/ }),
  BILLING_URL: z.url({ protocol: /^https$/ }),
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  REDIS_URL: z.url(),
});

/** Everything comes from the environment; a missing variable stops the start. */
export const env = schema.parse(process.env);
