import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { demoClassCode } from '../sign-in/local-cloud.ts';
import { grouped } from './code.ts';

/** What only the platform on one's own machine shows: a class of the demo to come into. */
export const DemoClass = () => {
  const { join: t } = useMessages();
  const [open, setOpen] = useState<Awaited<ReturnType<typeof demoClassCode>>>();
  useEffect(() => {
    void demoClassCode().then(setOpen);
  }, []);
  if (!open) return null;
  return (
    <section class="card card-pale stack-tight" aria-label={t.demoTitle}>
      <h2>{t.demoTitle}</h2>
      <p>{t.demoLead(open.name)}</p>
      <a class="btn btn-quiet" href={`/vao-lop/${open.code}`}>
        {grouped(open.code)}
      </a>
    </section>
  );
};
