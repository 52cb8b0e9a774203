// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesGithub: SamplesOf<"github"> = {
  ping: {
    "zen": "Approachable is better than simple.",
    "hook_id": 483920175,
    "hook": {
      "type": "Repository",
      "id": 483920175,
      "name": "web",
      "active": true,
      "events": [
        "issues",
        "pull_request",
        "push"
      ],
      "config": {
        "content_type": "json",
        "insecure_ssl": "0",
        "url": "https://hooks.example.com/github"
      },
      "created_at": "2026-05-18T07:55:00Z",
      "updated_at": "2026-05-18T07:55:00Z"
    },
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": true,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "default_branch": "main"
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  push: {
    "ref": "refs/heads/keep-basket",
    "before": "6777e6c5fb02d50b0bd3bc19300a501b5cacf8c8",
    "after": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": true,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "default_branch": "main"
    },
    "pusher": {
      "name": "octocat",
      "email": "octocat@example.com"
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    },
    "created": false,
    "deleted": false,
    "forced": false,
    "base_ref": null,
    "compare": "https://github.com/octo-org/octo-shop/compare/6777e6c5fb02...0813f36869dd",
    "commits": [
      {
        "id": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
        "tree_id": "6b97298466d064135401cfda959999be0663c396",
        "distinct": true,
        "message": "Keep the basket when a guest signs in",
        "timestamp": "2026-05-18T10:21:37+02:00",
        "author": {
          "name": "Mona Octocat",
          "email": "octocat@example.com",
          "username": "octocat"
        },
        "added": [],
        "removed": [],
        "modified": [
          "src/basket.ts"
        ]
      }
    ]
  },
  pull_request: {
    "action": "opened",
    "number": 319,
    "pull_request": {
      "url": "https://api.github.com/repos/octo-org/octo-shop/pulls/319",
      "id": 1879304412,
      "html_url": "https://github.com/octo-org/octo-shop/pull/319",
      "number": 319,
      "state": "open",
      "locked": false,
      "title": "Keep the basket when a guest signs in",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "body": "Closes #318",
      "created_at": "2026-05-18T08:24:10Z",
      "updated_at": "2026-05-18T08:24:10Z",
      "merged_at": null,
      "head": {
        "label": "octo-org:keep-basket",
        "ref": "keep-basket",
        "sha": "0813f36869dd17a41daaf4cc4eb6d813167c3b40"
      },
      "base": {
        "label": "octo-org:main",
        "ref": "main",
        "sha": "6777e6c5fb02d50b0bd3bc19300a501b5cacf8c8"
      },
      "draft": false,
      "merged": false,
      "commits": 1,
      "additions": 12,
      "deletions": 3,
      "changed_files": 1
    },
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": true,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "default_branch": "main"
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  issues: {
    "action": "opened",
    "issue": {
      "url": "https://api.github.com/repos/octo-org/octo-shop/issues/318",
      "html_url": "https://github.com/octo-org/octo-shop/issues/318",
      "id": 2318840567,
      "number": 318,
      "title": "The basket is empty after signing in",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "labels": [
        {
          "id": 6012345678,
          "name": "bug",
          "color": "d73a4a"
        }
      ],
      "state": "open",
      "comments": 0,
      "created_at": "2026-05-18T08:02:41Z",
      "updated_at": "2026-05-18T08:02:41Z",
      "closed_at": null,
      "body": "1. Put something into the basket\r\n2. Sign in\r\n\r\nThe basket is empty."
    },
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": true,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "default_branch": "main"
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  issue_comment: {
    "action": "created",
    "issue": {
      "url": "https://api.github.com/repos/octo-org/octo-shop/issues/318",
      "html_url": "https://github.com/octo-org/octo-shop/issues/318",
      "id": 2318840567,
      "number": 318,
      "title": "The basket is empty after signing in",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "labels": [
        {
          "id": 6012345678,
          "name": "bug",
          "color": "d73a4a"
        }
      ],
      "state": "open",
      "comments": 1,
      "created_at": "2026-05-18T08:02:41Z",
      "updated_at": "2026-05-18T08:11:05Z",
      "closed_at": null,
      "body": "1. Put something into the basket\r\n2. Sign in\r\n\r\nThe basket is empty."
    },
    "comment": {
      "id": 2116790384,
      "html_url": "https://github.com/octo-org/octo-shop/issues/318#issuecomment-2116790384",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "created_at": "2026-05-18T08:11:05Z",
      "updated_at": "2026-05-18T08:11:05Z",
      "author_association": "MEMBER",
      "body": "It happens since the last release 👀"
    },
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": true,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "default_branch": "main"
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
};
