export const statements: readonly string[] = [
  `alter table appeal_figure drop constraint appeal_figure_measure_check`,
  // An appeal that goes on in another one is open no more, and is once more when they part.
  `alter table appeal_figure add constraint appeal_figure_measure_check
    check (measure in ('received', 'intent', 'answered', 'answeredOnTime', 'answerDays', 'forwarded', 'withdrawn',
      'ended', 'rated', 'reopened', 'answeredAgain', 'merged', 'unmerged'))`,
]
