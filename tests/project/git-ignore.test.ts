import { describe, expect, it } from 'vitest';
import { gitVerdict } from '../../src/project/git-ignore.ts';
import { memoryProject } from '../../src/project/memory.ts';
import type { Project } from '../../src/project/project.ts';

const verdictOf = (file: string, files: Readonly<Record<string, string>>): string => {
  const inRepository = Object.entries({ '.git/HEAD': '', ...files });
  const all = Object.fromEntries(inRepository.map(([name, text]) => [`/repo/${name}`, text]));
  return gitVerdict(`/repo/${file}`, memoryProject(all)).verdict;
};

describe('gitVerdict', () => {
  it.each([
    ['.env', { '.gitignore': '.env' }, 'ignored'],
    ['a/b/.env', { '.gitignore': '.env' }, 'ignored'],
    ['a/b/.env', { '.gitignore': 'a/**/.env' }, 'ignored'],
    ['a/b/.env', { '.gitignore': 'b' }, 'ignored'],
    ['a/b/.env', { 'a/.gitignore': '/b/.env' }, 'ignored'],
    ['a/b/.env', { '.gitignore': '.env', 'a/b/.gitignore': '!.env' }, 'not-ignored'],
    ['a/b/.env', { '.gitignore': 'a/', 'a/b/.gitignore': '!.env' }, 'ignored'],
    ['a/.env', { '.gitignore': '*\n!a\n!a/.env' }, 'not-ignored'],
    ['.env ', { '.gitignore': '.env' }, 'not-ignored'],
    ['.ENV', { '.gitignore': '.env' }, 'not-ignored'],
    ['.env', { '.gitignore': '\\.env' }, 'ignored'],
    ['.env', {}, 'not-ignored'],
  ])('%s with %j is %s', (file, files, verdict) => {
    expect(verdictOf(file, files as Record<string, string>)).toBe(verdict);
  });

  it('says nothing outside a repository', () => {
    expect(gitVerdict('/x/.env', memoryProject({ '/x/.gitignore': '' })).verdict).toBe('outside');
  });

  it('tells which ignore file it cannot read', () => {
    const files = memoryProject({ '/repo/.git/HEAD': '', '/repo/a/.gitignore': '.env' });
    const locked: Project = {
      ...files,
      readText: (file) => (file.endsWith('.gitignore') ? null : files.readText(file)),
    };
    expect(gitVerdict('/repo/a/.env', locked)).toEqual({
      verdict: 'unreadable',
      unreadable: 'a/.gitignore',
    });
  });
});
