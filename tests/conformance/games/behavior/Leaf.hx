package behavior;

import behavior.Node.Context;

/** Asks a function of the game. **/
class Leaf<A> extends Node<A> {
	final run:Context<A>->Status;

	public function new(name:String, run:Context<A>->Status) {
		super(name);
		this.run = run;
	}

	public function tick(context:Context<A>):Status {
		var status = run(context);
		context.trace.push(switch (status) {
			case Success: name;
			case Failure: '!$name';
			case Running: '$name...';
		});
		return status;
	}
}
