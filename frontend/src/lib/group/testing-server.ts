import { vi } from 'vitest';
import type { GroupCommand, GroupLink, GroupRefusal, GroupView } from '../../protocol';

interface Body {
  seen?: number;
  command?: GroupCommand;
}

/** A server of one group, which keeps what each command makes of it. Give it to `fetch`. */
export class TestGroupServer {
  readonly commands: GroupCommand[] = [];
  readonly seen: number[] = [];
  /** What facilitators read under people and links. */
  links: GroupLink[] = [];
  /** What one's own new link is. */
  newLink = '';
  /** An answer comes over the line once this is settled. */
  line: Promise<unknown> = Promise.resolve();

  /** `does` answers with what has changed by a command, or with why it is refused. */
  constructor(
    public view: GroupView,
    private readonly does: (
      command: GroupCommand,
      seen: number,
    ) => Partial<GroupView> | GroupRefusal,
  ) {
    vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
      const answer = this.#answer(path, JSON.parse(body) as Body);
      await this.line;
      return answer;
    });
  }

  /** Somebody else has changed this. The page is told to look, as it does each minute. */
  changes(what: Partial<GroupView>): void {
    this.view = { ...this.view, ...what, version: this.view.version + 1 };
    dispatchEvent(new Event('online'));
  }

  #answer(path: string, { command, seen = 0 }: Body): Response {
    if (path === '/api/group/links') return json({ name: '', links: this.links });
    if (!command) return json(this.view);
    this.commands.push(command);
    this.seen.push(seen);
    const done = this.does(command, seen);
    if ('reason' in done) return json(done, 409);
    this.view = { ...this.view, ...done, version: this.view.version + 1 };
    const isOwn = command.type === 'renew_link' && command.person === this.view.you.number;
    return json(isOwn ? { type: 'own_link', link: this.newLink, group: this.view } : this.view);
  }
}

const json = (what: object, status = 200): Response =>
  new Response(JSON.stringify(what), { status });
