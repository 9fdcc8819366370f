/**
 * What only the webhooks of one provider have: headers that tell an event, and values that the body
 * is told apart by. Either is enough to know a handler by, whatever its route is called.
 * Sources: GitHub's, GitLab's, Gitea's and Bitbucket's pages on webhook deliveries; Slack's on the
 * Events API.
 */
export const webhookMarks = {
  headers: [
    'x-github-event',
    'x-github-delivery',
    'x-gitlab-event',
    'x-gitea-event',
    'x-gogs-event',
    'x-event-key',
  ],
  values: ['url_verification', 'event_callback'],
} as const satisfies { readonly headers: readonly string[]; readonly values: readonly string[] };
