package behavior;

import behavior.Node.Context;
import behavior.Status;

/** A node with others below, which are asked in their order. **/
abstract class Composite<A> extends Node<A> {
	final nodes:Array<Node<A>>;

	public function new(name:String, nodes:Array<Node<A>>) {
		super(name);
		this.nodes = nodes;
	}

	override public function reset():Void {
		for (node in nodes) node.reset();
	}

	override public function children():Array<Node<A>> {
		return nodes.copy();
	}
}

/** Goes through its nodes until one ends otherwise than most should, and remembers the one that runs. **/
abstract class Progressive<A> extends Composite<A> {
	var current = 0;

	/** What a node must give for the next to be asked. **/
	abstract function expected():Status;

	public function tick(context:Context<A>):Status {
		while (current < nodes.length) {
			switch (nodes[current].tick(context)) {
				case Running:
					return Running;
				case status if (status == expected()):
					current++;
				case status:
					reset();
					return status;
			}
		}
		reset();
		return expected();
	}

	override public function reset():Void {
		super.reset();
		current = 0;
	}
}

/** Succeeds when all have, one after the other. **/
class Sequence<A> extends Progressive<A> {
	function expected():Status {
		return Success;
	}
}

/** Succeeds as soon as one does. **/
class Selector<A> extends Progressive<A> {
	function expected():Status {
		return Failure;
	}
}

/** As a selector, but begins with the first node at every tick, so that what matters more can interrupt. **/
class Priority<A> extends Composite<A> {
	var last = -1;

	public function tick(context:Context<A>):Status {
		for (index => node in nodes) {
			var status = node.tick(context);
			if (status == Failure) continue;
			if (last > index) nodes[last].reset();
			last = status == Running ? index : -1;
			return status;
		}
		last = -1;
		return Failure;
	}
}

/** Asks all at every tick; as many successes as needed are a success. **/
class Parallel<A> extends Composite<A> {
	final needed:Int;

	public function new(name:String, nodes:Array<Node<A>>, needed:Int) {
		super(name, nodes);
		this.needed = needed;
	}

	public function tick(context:Context<A>):Status {
		var counts = [Success => 0, Failure => 0, Running => 0];
		for (node in nodes) counts[node.tick(context)]++;
		if (counts[Success] >= needed) return ended(Success);
		return counts[Success] + counts[Running] < needed ? ended(Failure) : Running;
	}

	function ended(status:Status):Status {
		reset();
		return status;
	}
}
