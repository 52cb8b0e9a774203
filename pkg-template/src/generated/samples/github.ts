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
      "description": null,
      "fork": false,
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
        "url": "https://github.com/octo-org/octo-shop/commit/0813f36869dd17a41daaf4cc4eb6d813167c3b40",
        "author": {
          "name": "Mona Octocat",
          "email": "octocat@example.com",
          "username": "octocat"
        },
        "committer": {
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
    ],
    "head_commit": {
      "id": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
      "tree_id": "6b97298466d064135401cfda959999be0663c396",
      "distinct": true,
      "message": "Keep the basket when a guest signs in",
      "timestamp": "2026-05-18T10:21:37+02:00",
      "url": "https://github.com/octo-org/octo-shop/commit/0813f36869dd17a41daaf4cc4eb6d813167c3b40",
      "author": {
        "name": "Mona Octocat",
        "email": "octocat@example.com",
        "username": "octocat"
      },
      "committer": {
        "name": "Mona Octocat",
        "email": "octocat@example.com",
        "username": "octocat"
      },
      "added": [],
      "removed": [],
      "modified": [
        "src/basket.ts"
      ]
    },
    "pusher": {
      "name": "octocat",
      "email": "octocat@example.com"
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  create: {
    "ref": "v2.14.0",
    "ref_type": "tag",
    "master_branch": "main",
    "description": null,
    "pusher_type": "user",
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  delete: {
    "ref": "keep-basket",
    "ref_type": "branch",
    "pusher_type": "user",
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  pull_request: {
    "action": "opened",
    "number": 319,
    "pull_request": {
      "id": 1879304412,
      "number": 319,
      "url": "https://api.github.com/repos/octo-org/octo-shop/pulls/319",
      "html_url": "https://github.com/octo-org/octo-shop/pull/319",
      "state": "open",
      "locked": false,
      "title": "Keep the basket when a guest signs in",
      "body": "Closes #318",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "labels": [],
      "draft": false,
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
      "author_association": "MEMBER",
      "created_at": "2026-05-18T08:24:10Z",
      "updated_at": "2026-05-18T08:24:10Z",
      "closed_at": null,
      "merged_at": null,
      "merge_commit_sha": null,
      "merged": false,
      "comments": 0,
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  pull_request_review: {
    "action": "submitted",
    "review": {
      "id": 2068114597,
      "html_url": "https://github.com/octo-org/octo-shop/pull/319#pullrequestreview-2068114597",
      "user": {
        "login": "hubot",
        "id": 480938,
        "type": "User",
        "site_admin": false
      },
      "body": "Works on a slow phone, too.",
      "commit_id": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
      "state": "approved",
      "author_association": "MEMBER",
      "submitted_at": "2026-05-18T09:02:33Z"
    },
    "pull_request": {
      "id": 1879304412,
      "number": 319,
      "url": "https://api.github.com/repos/octo-org/octo-shop/pulls/319",
      "html_url": "https://github.com/octo-org/octo-shop/pull/319",
      "state": "open",
      "locked": false,
      "title": "Keep the basket when a guest signs in",
      "body": "Closes #318",
      "user": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "labels": [],
      "draft": false,
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
      "author_association": "MEMBER",
      "created_at": "2026-05-18T08:24:10Z",
      "updated_at": "2026-05-18T09:02:33Z",
      "closed_at": null,
      "merged_at": null,
      "merge_commit_sha": null
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "hubot",
      "id": 480938,
      "type": "User",
      "site_admin": false
    }
  },
  issues: {
    "action": "opened",
    "issue": {
      "id": 2318840567,
      "number": 318,
      "url": "https://api.github.com/repos/octo-org/octo-shop/issues/318",
      "html_url": "https://github.com/octo-org/octo-shop/issues/318",
      "state": "open",
      "state_reason": null,
      "title": "The basket is empty after signing in",
      "body": "1. Put something into the basket\r\n2. Sign in\r\n\r\nThe basket is empty.",
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
          "color": "d73a4a",
          "default": true,
          "description": "Something isn't working"
        }
      ],
      "assignees": [],
      "comments": 0,
      "author_association": "MEMBER",
      "created_at": "2026-05-18T08:02:41Z",
      "updated_at": "2026-05-18T08:02:41Z",
      "closed_at": null
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
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
      "id": 2318840567,
      "number": 318,
      "url": "https://api.github.com/repos/octo-org/octo-shop/issues/318",
      "html_url": "https://github.com/octo-org/octo-shop/issues/318",
      "state": "open",
      "state_reason": null,
      "title": "The basket is empty after signing in",
      "body": "1. Put something into the basket\r\n2. Sign in\r\n\r\nThe basket is empty.",
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
          "color": "d73a4a",
          "default": true,
          "description": "Something isn't working"
        }
      ],
      "assignees": [],
      "comments": 1,
      "author_association": "MEMBER",
      "created_at": "2026-05-18T08:02:41Z",
      "updated_at": "2026-05-18T08:11:05Z",
      "closed_at": null
    },
    "comment": {
      "id": 2116790384,
      "html_url": "https://github.com/octo-org/octo-shop/issues/318#issuecomment-2116790384",
      "user": {
        "login": "hubot",
        "id": 480938,
        "type": "User",
        "site_admin": false
      },
      "body": "It happens since the last release 👀",
      "author_association": "MEMBER",
      "created_at": "2026-05-18T08:11:05Z",
      "updated_at": "2026-05-18T08:11:05Z"
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "hubot",
      "id": 480938,
      "type": "User",
      "site_admin": false
    }
  },
  release: {
    "action": "published",
    "release": {
      "id": 156230987,
      "tag_name": "v2.14.0",
      "target_commitish": "main",
      "name": "2.14.0",
      "body": "- Keep the basket when a guest signs in (#319)",
      "draft": false,
      "prerelease": false,
      "html_url": "https://github.com/octo-org/octo-shop/releases/tag/v2.14.0",
      "author": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "assets": [],
      "created_at": "2026-05-18T09:20:12Z",
      "published_at": "2026-05-18T09:24:40Z"
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  workflow_run: {
    "action": "completed",
    "workflow": {
      "id": 60417283,
      "name": "CI",
      "path": ".github/workflows/ci.yml",
      "state": "active"
    },
    "workflow_run": {
      "id": 9135702468,
      "name": "CI",
      "display_title": "Keep the basket when a guest signs in",
      "event": "pull_request",
      "status": "completed",
      "conclusion": "success",
      "head_branch": "keep-basket",
      "head_sha": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
      "path": ".github/workflows/ci.yml",
      "run_number": 1207,
      "run_attempt": 1,
      "workflow_id": 60417283,
      "html_url": "https://github.com/octo-org/octo-shop/actions/runs/9135702468",
      "actor": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "triggering_actor": {
        "login": "octocat",
        "id": 583231,
        "type": "User",
        "site_admin": false
      },
      "created_at": "2026-05-18T08:24:14Z",
      "updated_at": "2026-05-18T08:27:51Z",
      "run_started_at": "2026-05-18T08:24:14Z"
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  check_run: {
    "action": "completed",
    "check_run": {
      "id": 25123478906,
      "name": "test",
      "external_id": "7d1c0a52-9e3b-5f48-8a66-1b0e4c2d9f37",
      "status": "completed",
      "conclusion": "success",
      "head_sha": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
      "html_url": "https://github.com/octo-org/octo-shop/actions/runs/9135702468/job/25123478906",
      "details_url": "https://github.com/octo-org/octo-shop/actions/runs/9135702468/job/25123478906",
      "started_at": "2026-05-18T08:24:20Z",
      "completed_at": "2026-05-18T08:27:49Z",
      "output": {
        "title": null,
        "summary": null,
        "text": null,
        "annotations_count": 0
      },
      "check_suite": {
        "id": 23849016753,
        "head_branch": "keep-basket",
        "head_sha": "0813f36869dd17a41daaf4cc4eb6d813167c3b40",
        "status": "in_progress",
        "conclusion": null
      },
      "pull_requests": [
        {
          "id": 1879304412,
          "number": 319,
          "url": "https://api.github.com/repos/octo-org/octo-shop/pulls/319"
        }
      ]
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
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
  star: {
    "action": "created",
    "starred_at": "2026-05-18T10:41:07Z",
    "repository": {
      "id": 715839204,
      "name": "octo-shop",
      "full_name": "octo-org/octo-shop",
      "private": false,
      "owner": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "html_url": "https://github.com/octo-org/octo-shop",
      "description": null,
      "fork": false,
      "default_branch": "main"
    },
    "organization": {
      "login": "octo-org",
      "id": 6811672,
      "description": null
    },
    "sender": {
      "login": "hubot",
      "id": 480938,
      "type": "User",
      "site_admin": false
    }
  },
  installation: {
    "action": "created",
    "installation": {
      "id": 51740286,
      "account": {
        "login": "octo-org",
        "id": 6811672,
        "type": "Organization",
        "site_admin": false
      },
      "app_id": 902417,
      "app_slug": "basket-bot",
      "html_url": "https://github.com/organizations/octo-org/settings/installations/51740286",
      "repository_selection": "selected",
      "target_id": 6811672,
      "target_type": "Organization",
      "permissions": {
        "issues": "write",
        "metadata": "read"
      },
      "events": [
        "issues"
      ]
    },
    "repositories": [
      {
        "id": 715839204,
        "name": "octo-shop",
        "full_name": "octo-org/octo-shop",
        "private": true
      }
    ],
    "sender": {
      "login": "octocat",
      "id": 583231,
      "type": "User",
      "site_admin": false
    }
  },
};
