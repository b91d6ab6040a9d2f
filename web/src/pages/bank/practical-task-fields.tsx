import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { KeyRows } from './key-rows.tsx';
import { type ElementMark, marked, markedAs, type ScreenElement } from './practical-task-draft.ts';
import { useFaultAt } from './told-faults.tsx';
import { type KeyOf, withFeedback } from './worth-rows.tsx';

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, text]) => ({ value, text }));

const withLabel = (element: ScreenElement, label: string): ScreenElement => {
  const { label: _, ...rest } = element;
  return { ...rest, ...(label && { label }) };
};

type ElementProps = {
  readonly task: 'find' | 'step';
  readonly no: number;
  readonly element: ScreenElement;
  readonly onElement: (element: ScreenElement) => void;
  readonly onMark: (mark: ElementMark) => void;
};

const ElementFields = ({ task, no, element, onElement, onMark }: ElementProps) => {
  const { questionForm, items } = useMessages();
  const t = questionForm.phone;
  const faultAt = useFaultAt();
  return (
    <>
      <SelectField
        label={t.role(no)}
        value={element.role}
        choices={choicesOf(items.phone.roles)}
        onValue={(role) => onElement({ ...element, role: role as ScreenElement['role'] })}
      />
      {(element.role === 'field' || element.role === 'amount') && (
        <TextField
          label={t.label(no)}
          hint={t.labelHint}
          value={element.label ?? ''}
          fault={faultAt(`/elements/${no - 1}/label`)}
          onValue={(label) => onElement(withLabel(element, label))}
          input={{ maxLength: 100 }}
        />
      )}
      <TextField
        label={t.text(no)}
        value={element.text}
        fault={faultAt(`/elements/${no - 1}/text`)}
        onValue={(text) => onElement({ ...element, text })}
        required
        input={{ maxLength: 2000 }}
      />
      <SelectField
        label={t.mark(no)}
        value={markedAs(element)}
        choices={choicesOf(t.marks[task])}
        onValue={(mark) => onMark(mark as ElementMark)}
      />
      <TextField
        label={t.feedback(no)}
        value={element.feedback ?? ''}
        fault={faultAt(`/elements/${no - 1}/feedback`)}
        onValue={(feedback) => onElement(withFeedback(element, feedback))}
        input={{ maxLength: 2000 }}
      />
    </>
  );
};

/** A simulated screen from top to bottom, and which of its parts are to be tapped. */
export const PracticalTaskFields = ({ question, onChange }: KeyOf<'practical-task'>) => {
  const { questionForm, items } = useMessages();
  const t = questionForm.phone;
  const { task, elements } = question;
  const marks = elements.map(markedAs);
  // Shares are dealt anew when parts come or go; a word that is changed leaves them as their author set them.
  const take = (rows: ScreenElement[]): void => {
    const dealt = rows.length === elements.length ? rows : marked(task, rows, rows.map(markedAs));
    onChange({ ...question, elements: dealt });
  };
  return (
    <>
      <SelectField
        label={t.task}
        value={task}
        choices={choicesOf(t.tasks)}
        onValue={(chosen) => {
          const next = chosen as typeof task;
          onChange({ ...question, task: next, elements: marked(next, elements, marks) });
        }}
      />
      <SelectField
        label={t.screen}
        value={question.screen}
        choices={choicesOf(items.phone.screens)}
        onValue={(screen) => onChange({ ...question, screen: screen as typeof question.screen })}
      />
      <p class="muted">{t.hints[task]}</p>
      <KeyRows<ScreenElement>
        at="/elements"
        rows={elements}
        least={2}
        most={40}
        blank={{ role: 'text', text: '' }}
        words={t.rows}
        onRows={take}
      >
        {(element, no, onElement) => (
          <ElementFields
            task={task}
            no={no}
            element={element}
            onElement={onElement}
            onMark={(mark) =>
              onChange({ ...question, elements: marked(task, elements, marks.with(no - 1, mark)) })
            }
          />
        )}
      </KeyRows>
    </>
  );
};
