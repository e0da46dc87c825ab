package haxe.internal.regexp;

import haxe.internal.regexp.Node;

/** How many code points a node takes. **/
class Width {
	/** -1 where it is not always the same number. **/
	public static function of(node:Node):Int {
		return switch (node) {
			case Character(_) | Set(_) | Any(_): 1;
			case Empty | Assertion(_) | LookAhead(_) | LookBehind(_) | Keep: 0;
			case Sequence(nodes): ofSequence(nodes);
			case Choice(nodes): ofChoice(nodes);
			case Capture(inner, _) | Atomic(inner): of(inner);
			case Repeat(inner, least, most, _): least == most && of(inner) >= 0 ? least * of(inner) : -1;
			case Conditional(_, yes, no): of(yes) == of(no) ? of(yes) : -1;
			case BackReference(_): -1;
		}
	}

	static function ofSequence(nodes:Array<Node>):Int {
		var sum = 0;
		for (node in nodes) {
			var width = of(node);
			if (width < 0) return -1;
			sum += width;
		}
		return sum;
	}

	static function ofChoice(nodes:Array<Node>):Int {
		var width = of(nodes[0]);
		for (node in nodes) if (of(node) != width) return -1;
		return width;
	}

	/** May it match without taking anything? **/
	public static function mayBeEmpty(node:Node):Bool {
		return switch (node) {
			case Character(_) | Set(_) | Any(_): false;
			case Empty | Assertion(_) | LookAhead(_) | LookBehind(_) | Keep | BackReference(_): true;
			case Sequence(nodes): !Lambda.exists(nodes, node -> !mayBeEmpty(node));
			case Choice(nodes): Lambda.exists(nodes, mayBeEmpty);
			case Capture(inner, _) | Atomic(inner): mayBeEmpty(inner);
			case Repeat(inner, least, _, _): least == 0 || mayBeEmpty(inner);
			case Conditional(_, yes, no): mayBeEmpty(yes) || mayBeEmpty(no);
		}
	}
}
