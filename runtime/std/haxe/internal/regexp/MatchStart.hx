package haxe.internal.regexp;

import haxe.internal.regexp.Node;
import haxe.internal.unicode.CaseVariants;

/** What is known about where a match can start, so that a search can skip the places where it cannot. **/
class MatchStart {
	/** Only at the start of the text. **/
	public var isAnchored(default, null):Bool = false;

	/** The text that every match starts with; may be empty. **/
	public var prefix(default, null):String = "";

	/** The code points of ASCII that it can start with, then one place for all others; empty where that says nothing. **/
	public var first(default, null):Array<Bool> = [];

	static inline final OTHERS = 0x80;

	function new() {}

	public static function of(node:Node):MatchStart {
		var start = new MatchStart();
		start.isAnchored = anchored(node);
		start.prefix = literal(node).text;
		start.first = [for (i in 0...OTHERS + 1) false];
		var mayBeEmpty = start.addFirst(node);
		if (mayBeEmpty || start.first.indexOf(false) < 0) start.first = [];
		return start;
	}

	static function anchored(node:Node):Bool {
		return switch (node) {
			case Assertion(TextStart): true;
			case Sequence(nodes): nodes.length > 0 && anchored(nodes[0]);
			case Choice(nodes): !Lambda.exists(nodes, node -> !anchored(node));
			case Capture(inner, _) | Atomic(inner): anchored(inner);
			default: false;
		}
	}

	/** The text that a match starts with, and whether that is all of it. **/
	static function literal(node:Node):{text:String, isAll:Bool} {
		return switch (node) {
			case Empty: {text: "", isAll: true};
			case Character(code, ignoreCase) if (!ignoreCase || CaseVariants.of(code).length == 1): {text: String.fromCharCode(code), isAll: true};
			case Capture(inner, _) | Atomic(inner): literal(inner);
			case Sequence(nodes): literalSequence(nodes);
			case Repeat(inner, least, _, _) if (least > 0): {text: literal(inner).text, isAll: false};
			default: {text: "", isAll: false};
		}
	}

	static function literalSequence(nodes:Array<Node>):{text:String, isAll:Bool} {
		var text = "";
		for (node in nodes) {
			var next = literal(node);
			text += next.text;
			if (!next.isAll) return {text: text, isAll: false};
		}
		return {text: text, isAll: true};
	}

	/** Adds what the node can start with; true where it may match nothing, so that what is behind it counts too. **/
	function addFirst(node:Node):Bool {
		switch (node) {
			case Character(code, ignoreCase):
				for (variant in ignoreCase ? CaseVariants.of(code) : [code]) first[variant < OTHERS ? variant : OTHERS] = true;
				return false;
			case Set(set):
				for (code in 0...OTHERS) if (set.contains(code)) first[code] = true;
				first[OTHERS] = true;
				return false;
			case Sequence(nodes):
				return !Lambda.exists(nodes, node -> !addFirst(node));
			case Choice(nodes):
				return Lambda.fold(nodes, (node, mayBeEmpty) -> addFirst(node) || mayBeEmpty, false);
			case Capture(inner, _) | Atomic(inner):
				return addFirst(inner);
			case Repeat(inner, least, _, _):
				return addFirst(inner) || least == 0;
			case Conditional(_, yes, no):
				var isYesEmpty = addFirst(yes);
				return addFirst(no) || isYesEmpty;
			case Any(_):
				addAll();
				return false;
			case BackReference(_):
				addAll();
				return true;
			case Empty | Assertion(_) | LookAhead(_) | LookBehind(_) | Keep:
				return true;
		}
	}

	function addAll():Void {
		for (code in 0...OTHERS + 1) first[code] = true;
	}

	/** May a match start with the unit? `first` must not be empty. **/
	public inline function admits(unit:Int):Bool {
		return first[unit < OTHERS ? unit : OTHERS];
	}
}
