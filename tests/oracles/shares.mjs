// Of all cases, how many go to whom: cheap oracles carry most of them, and each has a share.
export const shares = {
  "node:crypto": 20,
  WebCrypto: 8,
  stripe: 14,
  octokit: 8,
  "octokit-web": 4,
  standardwebhooks: 8,
  svix: 4,
  slack: 8,
  shopify: 4,
  sanity: 4,
  notion: 3,
  linear: 6,
  paddle: 5,
  retell: 3,
  gocardless: 3,
};
