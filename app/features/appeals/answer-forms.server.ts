import { addNote } from './add-note.server.ts'
import { AddNote, DraftAnswer, ReturnAnswer, SignAnswer, SubmitAnswer } from './appeals.schema.ts'
import { draftAnswer } from './draft-answer.server.ts'
import { formOf } from './form-of.server.ts'
import { returnAnswer } from './return-answer.server.ts'
import { signAnswer } from './sign-answer.server.ts'
import { submitAnswer } from './submit-answer.server.ts'

/** The forms of an appeal's page by which an answer is written and signed, and notes are left beside it. */
export const answerForms = {
  draft: formOf(DraftAnswer, draftAnswer, 'drafted', false),
  submit: formOf(SubmitAnswer, submitAnswer, 'submitted', true),
  return: formOf(ReturnAnswer, returnAnswer, 'returned', true),
  sign: formOf(SignAnswer, signAnswer, 'signed', true),
  note: formOf(AddNote, addNote, 'noted', false),
}
