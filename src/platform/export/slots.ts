import { Refusal } from '../refusal';

const WAIT_SECONDS = 30;

/** Limits concurrent exports: in all, and half of it for any one organisation. There is no queue. */
export class ExportSlots {
  private readonly running = new Map<string, number>();
  private total = 0;
  private readonly mostOfOne: number;

  constructor(private readonly most: number) {
    this.mostOfOne = Math.max(1, Math.floor(most / 2));
  }

  /** Takes a slot, or refuses. The caller must call the returned function exactly once to release it. */
  enter(organisationId: string): () => void {
    const own = this.running.get(organisationId) ?? 0;
    if (own >= this.mostOfOne) throw tooManyOfOne(this.mostOfOne);
    if (this.total >= this.most) throw tooMany();
    this.total += 1;
    this.running.set(organisationId, own + 1);
    return () => {
      this.total -= 1;
      const left = (this.running.get(organisationId) ?? 1) - 1;
      if (left === 0) this.running.delete(organisationId);
      else this.running.set(organisationId, left);
    };
  }
}

function tooManyOfOne(most: number): Refusal {
  return new Refusal(
    'TOO_MANY_REQUESTS',
    {
      zh: `贵单位已有 ${most} 个导出正在进行，请等其中一个完成后再试。`,
      en: `Your organisation has ${most} exports running already. Please try again when one of them is done.`,
    },
    { retryAfterSeconds: WAIT_SECONDS },
  );
}

function tooMany(): Refusal {
  return new Refusal(
    'SERVICE_UNAVAILABLE',
    {
      zh: '正在进行的导出较多，请稍后再试。',
      en: 'Many exports are running. Please try again shortly.',
    },
    { retryAfterSeconds: WAIT_SECONDS },
  );
}
