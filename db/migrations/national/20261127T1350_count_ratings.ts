export const statements: readonly string[] = [
  `alter table appeal_figure drop constraint appeal_figure_measure_check`,
  // What people say of answers, what was taken up again, and what was answered once more.
  `alter table appeal_figure add constraint appeal_figure_measure_check
    check (measure in ('received', 'intent', 'answered', 'answeredOnTime', 'answerDays', 'forwarded', 'withdrawn',
      'ended', 'rated', 'reopened', 'answeredAgain'))`,
]
