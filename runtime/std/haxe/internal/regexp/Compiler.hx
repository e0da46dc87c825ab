package haxe.internal.regexp;

import haxe.internal.regexp.Node;
import haxe.internal.regexp.Op;
import haxe.internal.regexp.Parser.ParsedPattern;
import haxe.internal.unicode.CaseVariants;

/** From the tree of a pattern to a program. **/
class Compiler {
	final code:Array<Int> = [];
	final sets:Array<CharacterSet> = [];
	var registers:Int;
	var isMemoryless:Bool = true;

	function new(groups:Int) {
		registers = 2 * (groups + 1);
	}

	public static function compile(pattern:String, parsed:ParsedPattern):Program {
		var groups = parsed.groups.count;
		var compiler = new Compiler(groups);
		compiler.node(parsed.node, -1);
		compiler.code.push(Match);
		return new Program(pattern, compiler.code, compiler.sets, groups, compiler.registers, MatchStart.of(parsed.node),
			compiler.isMemoryless);
	}

	/** `following`: the unit that must come behind the node, or -1 where that is not known. **/
	function node(node:Node, following:Int):Void {
		switch (node) {
			case Empty:
			case Character(_) | Set(_) | Any(_):
				single(node);
			case Assertion(kind):
				emit(Assert, [kind]);
			case Sequence(nodes):
				sequence(nodes, following);
			case Choice(nodes):
				choice(nodes, alternative -> this.node(alternative, following));
			case Capture(inner, group):
				capture(inner, group, following);
			case Repeat(inner, least, most, greed):
				repeat(inner, least, most, greed, following);
			case BackReference(group, ignoreCase):
				emit(Repeated, [group, ignoreCase ? 1 : 0]);
			case Atomic(inner):
				var register = newRegisters(1);
				emit(StartAtomic, [register]);
				this.node(inner, -1);
				emit(EndAtomic, [register]);
			case LookAhead(inner, isNegative):
				look(isNegative, () -> this.node(inner, -1));
			case LookBehind(inner, isNegative):
				look(isNegative, () -> backwards(inner));
			case Conditional(group, yes, no):
				var otherwise = emitJump(IfGroup, [group]);
				this.node(yes, following);
				var end = emitJump(Jump, []);
				land(otherwise);
				this.node(no, following);
				land(end);
			case Keep:
				emit(KeepOut, []);
		}
	}

	function emit(op:Op, numbers:Array<Int>):Void {
		code.push(op);
		if (dependsOnRegisters(op)) isMemoryless = false;
		for (number in numbers) code.push(number);
	}

	static function dependsOnRegisters(op:Op):Bool {
		return switch (op) {
			case Repeated | Loop | StartAtomic | StartLook | StartNot | IfGroup: true;
			default: false;
		}
	}

	/** Emits an operation whose last number is a target, and gives the place of that number for `land`. **/
	function emitJump(op:Op, numbers:Array<Int>):Int {
		emit(op, numbers);
		code.push(0);
		return code.length - 1;
	}

	/** What comes next is the target of the jump. **/
	function land(jump:Int):Void {
		code[jump] = code.length;
	}

	function newRegisters(count:Int):Int {
		registers += count;
		return registers - count;
	}

	function single(node:Node):Void {
		var test = singleOf(node);
		switch (test.kind) {
			case Unit, InSet:
				emit(test.kind, [test.a]);
			case Either:
				emit(Either, [test.a, test.b]);
			default:
				emit(test.kind, []);
		}
	}

	/** The operation that takes the one code point of the node. **/
	function singleOf(node:Node):Single {
		return switch (node) {
			case Any(withLineFeed): {kind: withLineFeed ? AnyPoint : NotLineFeed, a: 0, b: 0};
			case Set(set): {kind: InSet, a: addSet(set), b: 0};
			case Character(code, ignoreCase): singleCharacter(code, ignoreCase ? CaseVariants.of(code) : [code]);
			default: throw new haxe.Exception("Not one code point");
		}
	}

	function singleCharacter(code:Int, variants:Array<Int>):Single {
		if (variants.length == 2) return {kind: Either, a: variants[0], b: variants[1]};
		if (variants.length > 2) {
			var set = new CharacterSet(false);
			for (variant in variants) set.add(Range(variant, variant));
			return {kind: InSet, a: addSet(set), b: 0};
		}
		return isOneUnit(code) ? {kind: Unit, a: code, b: 0} : {kind: Either, a: code, b: code};
	}

	static function isOneUnit(code:Int):Bool {
		return code < 0xD800 || code >= 0xE000 && code < 0x10000;
	}

	function addSet(set:CharacterSet):Int {
		sets.push(set);
		return sets.length - 1;
	}

	function sequence(nodes:Array<Node>, following:Int):Void {
		for (i in 0...nodes.length) node(nodes[i], i + 1 < nodes.length ? firstUnit(nodes[i + 1]) : following);
	}

	/** The unit that every match of the node starts with, or -1. **/
	static function firstUnit(node:Node):Int {
		return switch (node) {
			case Character(code, ignoreCase): isOneUnit(code) && (!ignoreCase || CaseVariants.of(code).length == 1) ? code : -1;
			case Capture(inner, _) | Atomic(inner): firstUnit(inner);
			case Sequence(nodes): nodes.length > 0 ? firstUnit(nodes[0]) : -1;
			case Repeat(inner, least, _, _): least > 0 ? firstUnit(inner) : -1;
			default: -1;
		}
	}

	function choice(nodes:Array<Node>, emitAlternative:Node->Void):Void {
		var ends = [];
		for (i in 0...nodes.length - 1) {
			var next = emitJump(Fork, []);
			emitAlternative(nodes[i]);
			ends.push(emitJump(Jump, []));
			land(next);
		}
		emitAlternative(nodes[nodes.length - 1]);
		for (end in ends) land(end);
	}

	function capture(inner:Node, group:Int, following:Int):Void {
		var register = newRegisters(1);
		emit(Mark, [register]);
		node(inner, following);
		emit(CloseGroup, [group, register]);
	}

	function look(isNegative:Bool, emitInside:() -> Void):Void {
		var register = newRegisters(2);
		if (isNegative) {
			var otherwise = emitJump(StartNot, [register]);
			emitInside();
			emit(EndNot, [register]);
			land(otherwise);
		} else {
			emit(StartLook, [register]);
			emitInside();
			emit(EndLook, [register]);
		}
	}

	/** Each alternative as far back as it is wide. **/
	function backwards(inner:Node):Void {
		var alternatives = switch (inner) {
			case Choice(nodes): nodes;
			default: [inner];
		}
		choice(alternatives, alternative -> {
			emit(Back, [Width.of(alternative)]);
			node(alternative, -1);
		});
	}

	function repeat(inner:Node, least:Int, most:Int, greed:Greed, following:Int):Void {
		if (most == 0) return;
		switch (inner) {
			case Character(_) | Set(_) | Any(_):
				var test = singleOf(inner);
				emit(Run, [test.kind, test.a, test.b, least, most, greed, following]);
			default:
				if (greed == Possessive) node(Atomic(Repeat(inner, least, most, Greedy)), -1) else loop(inner, least, most, greed == Greedy);
		}
	}

	function loop(inner:Node, least:Int, most:Int, isGreedy:Bool):Void {
		var isEndless = most < 0 && !Width.mayBeEmpty(inner);
		if (least == 0 && most == 1) optional(inner, isGreedy);
		else if (least == 0 && isEndless) endless(inner, isGreedy);
		else if (least == 1 && isEndless) endlessFromOne(inner, isGreedy);
		else counted(inner, least, most, isGreedy);
	}

	function optional(inner:Node, isGreedy:Bool):Void {
		var end = emitJump(isGreedy ? Fork : ForkAway, []);
		node(inner, -1);
		land(end);
	}

	function endless(inner:Node, isGreedy:Bool):Void {
		var head = code.length;
		var end = emitJump(isGreedy ? Fork : ForkAway, []);
		node(inner, -1);
		emit(Jump, [head]);
		land(end);
	}

	function endlessFromOne(inner:Node, isGreedy:Bool):Void {
		var head = code.length;
		node(inner, -1);
		emit(isGreedy ? ForkAway : Fork, [head]);
	}

	/** A round that takes nothing ends a loop that has no limit, as it would be the last for ever; other loops go on. **/
	function counted(inner:Node, least:Int, most:Int, isGreedy:Bool):Void {
		var register = newRegisters(2);
		emit(StartLoop, [register]);
		var head = code.length;
		var end = emitJump(Loop, [register, least, most, isGreedy ? 1 : 0]);
		emit(Round, [register]);
		node(inner, -1);
		emit(NextRound, [register, most < 0 ? least : most, head]);
		land(end);
	}
}

/** An operation that takes one code point, and its numbers. **/
private typedef Single = {
	final kind:Op;
	final a:Int;
	final b:Int;
}
