import { useMessages } from '../../messages/use-messages.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { type CourseDraft, slugOf } from './course-draft.ts';
import { MAX_SLUG } from './slug.ts';

type Props = { readonly draft: CourseDraft; readonly onChange: (part: Partial<CourseDraft>) => void };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Title, web address and summary; the address follows the title until somebody types another. */
export const AboutFields = ({ draft, onChange }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  const slug = slugOf(draft);
  const isWrong = slug !== '' && !SLUG.test(slug);
  return (
    <section class="card card-main stack" aria-label={t.about}>
      <h2>{t.about}</h2>
      <TextField
        label={t.title}
        value={draft.title}
        onValue={(title) => onChange({ title })}
        required
        input={{ maxLength: 120, autocomplete: 'off' }}
      />
      <TextField
        label={t.slug}
        hint={t.slugHint(slug)}
        fault={isWrong ? t.slugRule : undefined}
        value={slug}
        onValue={(typed) => onChange({ slug: typed })}
        required
        input={{
          maxLength: MAX_SLUG,
          pattern: '[a-z0-9]+(-[a-z0-9]+)*',
          autocapitalize: 'none',
          autocomplete: 'off',
          spellcheck: false,
        }}
      />
      <TextArea
        label={t.summary}
        hint={t.summaryHint}
        value={draft.summary}
        onValue={(summary) => onChange({ summary })}
        rows={3}
        maxLength={400}
        required
      />
    </section>
  );
};
