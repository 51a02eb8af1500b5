### The Secretariat registers proposals that came on paper or by mail.

proposals-register-lede = For a proposal that came on paper or by mail. Nobody gets an email about it.
proposals-register-call = Call
proposals-register-organisation-hint = The organisation that leads the proposal. It is not in the list?
proposals-register-on = Continue
proposals-register-other-call = Choose another call
proposals-register-guidelines = Guidelines of this call
proposals-register-state = Where it stands
proposals-register-state-hint = What is approved or running is public at once. The review of what was submitted can begin here.
proposals-register-number = Its number in the call
proposals-register-number-hint = If it is known. Left empty, the proposal gets the next one.
proposals-register-source = Where it is known from
proposals-register-source-hint = One source per line, such as: Letter of 3 April 2014, file 12. Once the proposal is public, so is this.
proposals-register-answers = What the source says
proposals-register-answers-hint = What stays empty is shown as “not recorded”. Copy longer texts whole: the limits are for those who write here themselves.
proposals-register-files = Files cannot be entered here yet: { $fields }
proposals-register-look = Look at what was typed
proposals-register-not-yet = Nothing is registered yet.
proposals-register-go-on = Go on at the table
proposals-register-done = The proposal has been registered.
proposals-no-organisation = Choose the organisation that leads the proposal.
proposals-no-number = Give a number from 1 to 9999, in digits.
proposals-no-number-taken = Another proposal of this year has this number. Give another one, or none to take the next.
