package behavior;

import behavior.Node.Context;
import behavior.Status;

/** Changes what one node says, or when it is asked. **/
abstract class Decorator<A> extends Node<A> {
	final node:Node<A>;

	public function new(name:String, node:Node<A>) {
		super(name);
		this.node = node;
	}

	override public function reset():Void {
		node.reset();
	}

	override public function children():Array<Node<A>> {
		return [node];
	}
}

class Inverter<A> extends Decorator<A> {
	public function tick(context:Context<A>):Status {
		return !node.tick(context);
	}
}

/** Fails for some ticks after each success. **/
class Cooldown<A> extends Decorator<A> {
	final ticks:Int;
	var readyAt = 0;

	public function new(node:Node<A>, ticks:Int) {
		super('cooldown $ticks', node);
		this.ticks = ticks;
	}

	public function tick(context:Context<A>):Status {
		if (context.time < readyAt) return Failure;
		var status = node.tick(context);
		if (status == Success) readyAt = context.time + ticks;
		return status;
	}
}

/** Runs until its node has succeeded so many times; a failure ends it. **/
class Repeat<A> extends Decorator<A> {
	final times:Int;
	var done = 0;

	public function new(node:Node<A>, times:Int) {
		super('repeat $times', node);
		this.times = times;
	}

	public function tick(context:Context<A>):Status {
		return switch (node.tick(context)) {
			case Success if (++done < times): Running;
			case Running: Running;
			case status:
				done = 0;
				status;
		}
	}

	override public function reset():Void {
		super.reset();
		done = 0;
	}
}

/** Fails when its node has run for too long. **/
class Limit<A> extends Decorator<A> {
	final ticks:Int;
	var spent = 0;

	public function new(node:Node<A>, ticks:Int) {
		super('limit $ticks', node);
		this.ticks = ticks;
	}

	public function tick(context:Context<A>):Status {
		var status = node.tick(context);
		if (status != Running) {
			spent = 0;
			return status;
		}
		if (++spent < ticks) return Running;
		reset();
		return Failure;
	}

	override public function reset():Void {
		super.reset();
		spent = 0;
	}
}
