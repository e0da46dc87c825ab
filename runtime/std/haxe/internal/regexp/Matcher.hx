package haxe.internal.regexp;

import haxe.internal.regexp.Node;
import haxe.internal.unicode.CaseVariants;

/**
	Runs a program on text by backtracking (Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
	What is left to try is kept in an array, not in calls, so a long text needs no deep stack.

	No pattern runs for ever. Where nothing but the place in program and text decides what comes (`Program.isMemoryless`),
	a search that goes back often starts to remember the places it has failed at, which bounds it by their number. Other
	patterns, with back references for example, throw an `Exception` where they go back too often.
**/
class Matcher {
	/** So often a search may go back from one start, and 20 times more for each unit of the text. **/
	static inline final MOST_STEPS = 1000000;

	/** From here on a search remembers where it failed, if that takes no more bits than `MOST_PLACES`. **/
	static inline final STEPS_WITHOUT_MEMORY = 5000;

	static inline final MOST_PLACES = 200000000;

	/** So many numbers of what is left to try are kept. **/
	static inline final MOST_STACK = 30000000;

	/** What an entry of `stack` is, where it is no place in the program: a register to be set back. **/
	static inline final RESTORE = -1;

	final program:Program;
	final code:Array<Int>;
	final sets:Array<CharacterSet>;

	/** Where group n starts (2n) and ends (2n + 1), or -1; then what `Op` says. **/
	public final registers:Array<Int>;

	var text:String = "";

	/** The text ends here. **/
	var end:Int = 0;

	/** The search began here. **/
	var searchStart:Int = 0;

	/** What is left to try, in threes: see `fork`, `forkRun`, `forkLazyRun` and `set`. **/
	final stack:Array<Int> = [];

	var top:Int = 0;
	var steps:Int = 0;

	/** A bit for each place in the program at each place in the text, set where that has failed; empty until it is needed. **/
	final failed:Array<Int> = [];

	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	public function new(program:Program) {
		this.program = program;
		code = program.code;
		sets = program.sets;
		registers = [for (i in 0...program.registers) -1];
	}

	/** How many groups there are in parentheses. **/
	public function groups():Int {
		return program.groups;
	}

	/** Looks for a match in the text up to `end` that starts at `from` or behind it; then `registers` says where the groups are. **/
	public function search(text:String, from:Int, end:Int):Bool {
		this.text = text;
		this.end = end;
		searchStart = from;
		steps = 0;
		failed.resize(0);
		var at = program.start.isAnchored && from > 0 ? -1 : candidate(from);
		while (at >= 0) {
			if (matchAt(at)) return true;
			at = program.start.isAnchored || at >= end ? -1 : candidate(after(at));
		}
		return false;
	}

	/** The first place from `from` on where a match may start, or -1. **/
	function candidate(from:Int):Int {
		var start = program.start;
		if (start.prefix != "") {
			var at = text.indexOf(start.prefix, from);
			return at + start.prefix.length > end ? -1 : at;
		}
		if (start.first.length == 0) return from;
		var at = from;
		while (at < end && !start.admits(unitAt(text, at))) at++;
		return at < end ? at : -1;
	}

	function matchAt(start:Int):Bool {
		for (i in 0...registers.length) registers[i] = -1;
		registers[0] = start;
		top = 0;
		if (!program.isMemoryless) steps = 0;
		return run(start);
	}

	/** The position behind the code point at `at`. **/
	public function after(at:Int):Int {
		return CodePoints.after(text, at, end);
	}

	/** The operations in order from the program's first; what fails goes on with what was left to try last. **/
	function run(start:Int):Bool {
		var pc = 0;
		var at = start;
		while (true) {
			var next = -1;
			switch (code[pc]) {
				case Op.Match:
					registers[1] = at;
					return true;
				case Op.Unit:
					if (at < end && unitAt(text, at) == code[pc + 1]) {
						at++;
						next = pc + 2;
					}
				case Op.Either | Op.InSet | Op.NotLineFeed | Op.AnyPoint:
					var taken = take(code[pc], code[pc + 1], code[pc + 2], at);
					if (taken >= 0) {
						at = taken;
						next = pc + (code[pc] == Op.Either ? 3 : (code[pc] == Op.InSet ? 2 : 1));
					}
				case Op.Run:
					var taken = takeRun(pc, at);
					if (taken >= 0) {
						at = taken;
						next = pc + 8;
					}
				case Op.Jump:
					next = code[pc + 1];
				case Op.Fork:
					fork(code[pc + 1], at);
					next = pc + 2;
				case Op.ForkAway:
					fork(pc + 2, at);
					next = code[pc + 1];
				case Op.Mark:
					set(code[pc + 1], at);
					next = pc + 2;
				case Op.CloseGroup:
					set(2 * code[pc + 1], registers[code[pc + 2]]);
					set(2 * code[pc + 1] + 1, at);
					next = pc + 3;
				case Op.Assert:
					if (Places.holds(cast code[pc + 1], text, at, end, searchStart)) next = pc + 2;
				case Op.Repeated:
					var taken = takeRepeated(code[pc + 1], code[pc + 2] == 1, at);
					if (taken >= 0) {
						at = taken;
						next = pc + 3;
					}
				case Op.StartLoop:
					set(code[pc + 1], 0);
					next = pc + 2;
				case Op.Loop:
					next = enterLoop(pc, at);
				case Op.Round:
					set(code[pc + 1], registers[code[pc + 1]] + 1);
					set(code[pc + 1] + 1, at);
					next = pc + 2;
				case Op.NextRound:
					var tookNothing = registers[code[pc + 1] + 1] == at;
					next = tookNothing && registers[code[pc + 1]] >= code[pc + 2] ? pc + 4 : code[pc + 3];
				case Op.StartAtomic:
					set(code[pc + 1], top);
					next = pc + 2;
				case Op.EndAtomic:
					forgetForks(registers[code[pc + 1]]);
					next = pc + 2;
				case Op.StartLook:
					var height = top;
					set(code[pc + 1], height);
					set(code[pc + 1] + 1, at);
					next = pc + 2;
				case Op.EndLook:
					at = registers[code[pc + 1] + 1];
					forgetForks(registers[code[pc + 1]]);
					next = pc + 2;
				case Op.StartNot:
					set(code[pc + 1], top);
					fork(code[pc + 2], at);
					next = pc + 3;
				case Op.EndNot:
					undoTo(registers[code[pc + 1]]);
				case Op.Back:
					var position = at;
					for (i in 0...code[pc + 1]) position = position <= 0 ? -1 : CodePoints.before(text, position);
					if (position >= 0) {
						at = position;
						next = pc + 2;
					}
				case Op.IfGroup:
					next = registers[2 * code[pc + 1] + 1] < 0 ? code[pc + 2] : pc + 3;
				case Op.KeepOut:
					set(0, at);
					next = pc + 1;
				default:
			}
			if (next >= 0) {
				pc = next;
			} else {
				at = backtrack();
				if (at < 0) return false;
				pc = resumed;
			}
		}
	}

	/** The position behind the code point at `at` where the operation takes it, else -1. **/
	function take(kind:Int, a:Int, b:Int, at:Int):Int {
		if (at >= end) return -1;
		var code = unitAt(text, at);
		var next = at + 1;
		if (code & 0xFC00 == 0xD800 && next < end) {
			var low = unitAt(text, next);
			if (low & 0xFC00 == 0xDC00) {
				code = ((code - 0xD7C0) << 10) | (low & 0x3FF);
				next++;
			}
		}
		var isTaken = switch (kind) {
			case Op.Unit: code == a;
			case Op.Either: code == a || code == b;
			case Op.InSet: sets[a].contains(code);
			case Op.NotLineFeed: code != 10;
			default: true;
		}
		return isTaken ? next : -1;
	}

	/** The position behind what a run takes at first, 8 numbers in the program; -1 where that is too little. **/
	function takeRun(pc:Int, at:Int):Int {
		var kind = code[pc + 1];
		var a = code[pc + 2];
		var b = code[pc + 3];
		var least = code[pc + 4];
		var most = code[pc + 5];
		var greed = code[pc + 6];
		var count = 0;
		while (count < least) {
			at = take(kind, a, b, at);
			if (at < 0) return -1;
			count++;
		}
		if (greed == Greed.Lazy) {
			if (most < 0 || count < most) forkLazyRun(pc, at, most < 0 ? -1 : most - count);
			return at;
		}
		var low = at;
		while (most < 0 || count < most) {
			var next = take(kind, a, b, at);
			if (next < 0) break;
			at = next;
			count++;
		}
		return greed == Greed.Possessive || at == low ? at : giveBack(pc, low, at);
	}

	/** The last position in a run where it may end, from `at` down to `low`; others are left to try. Else -1. **/
	function giveBack(pc:Int, low:Int, at:Int):Int {
		var unit = code[pc + 7];
		if (unit >= 0) while (at > low && unitAt(text, at) != unit) at = CodePoints.before(text, at);
		if (at > low) push(pc, at, low);
		return at;
	}

	/** What follows an alternative that is left to try starts at `pc`. **/
	function fork(pc:Int, at:Int):Void {
		push(pc, at, -1);
	}

	/** A lazy run at `at` may take up to `count` more, -1 for any number. **/
	function forkLazyRun(pc:Int, at:Int, count:Int):Void {
		push(-2 - pc, at, count);
	}

	/** Sets a register so that going back sets it back. **/
	function set(register:Int, value:Int):Void {
		push(RESTORE, register, registers[register]);
		registers[register] = value;
	}

	function push(kind:Int, first:Int, second:Int):Void {
		var stack = stack;
		var at = top;
		stack[at] = kind;
		stack[at + 1] = first;
		stack[at + 2] = second;
		top = at + 3;
		if (top > MOST_STACK) giveUp();
	}

	/** Where `backtrack` goes on in the program. **/
	var resumed:Int = 0;

	/** Takes up what was left to try last: the position, or -1 where nothing is left. **/
	function backtrack():Int {
		countStep();
		while (top > 0) {
			top -= 3;
			var kind = stack[top];
			var at = stack[top + 1];
			var second = stack[top + 2];
			if (kind == RESTORE) {
				registers[at] = second;
				continue;
			}
			if (kind < RESTORE) {
				at = takeOneMore(-2 - kind, at, second);
			} else if (second < 0) {
				resumed = kind;
			} else {
				resumed = kind + 8;
				at = giveBack(kind, second, CodePoints.before(text, at));
			}
			if (at >= 0 && (failed.length == 0 || isFirstTime(at))) return at;
		}
		return -1;
	}

	function countStep():Void {
		steps++;
		if (steps < STEPS_WITHOUT_MEMORY || failed.length > 0) return;
		var places:Float = (end + 1.0) * code.length;
		if (program.isMemoryless && places < MOST_PLACES) {
			failed.resize(Std.int(places / 32) + 1);
		} else if (steps > MOST_STEPS && steps - MOST_STEPS > 20 * end) {
			giveUp();
		}
	}

	/** Has the search not been at `resumed` with this position? From now on it has. **/
	function isFirstTime(at:Int):Bool {
		var place = resumed * (end + 1) + at;
		var bit = 1 << (place & 31);
		var bits = failed[place >> 5];
		failed[place >> 5] = bits | bit;
		return bits & bit == 0;
	}

	function takeOneMore(pc:Int, at:Int, count:Int):Int {
		var next = take(code[pc + 1], code[pc + 2], code[pc + 3], at);
		if (next >= 0 && count != 1) forkLazyRun(pc, next, count < 0 ? -1 : count - 1);
		resumed = pc + 8;
		return next;
	}

	/** One more round of a loop or the way out, whichever it prefers; the other is left to try. **/
	function enterLoop(pc:Int, at:Int):Int {
		var count = registers[code[pc + 1]];
		var most = code[pc + 3];
		var exit = code[pc + 5];
		var round = pc + 6;
		if (count < code[pc + 2]) return round;
		if (most >= 0 && count >= most) return exit;
		var isGreedy = code[pc + 4] == 1;
		fork(isGreedy ? exit : round, at);
		return isGreedy ? round : exit;
	}

	/** Drops what is left to try from `height` on; registers can still be set back. **/
	function forgetForks(height:Int):Void {
		var kept = height;
		var at = height;
		while (at < top) {
			if (stack[at] == RESTORE) {
				stack[kept] = RESTORE;
				stack[kept + 1] = stack[at + 1];
				stack[kept + 2] = stack[at + 2];
				kept += 3;
			}
			at += 3;
		}
		top = kept;
	}

	/** Drops all from `height` on, and sets registers back. **/
	function undoTo(height:Int):Void {
		while (top > height) {
			top -= 3;
			if (stack[top] == RESTORE) registers[stack[top + 1]] = stack[top + 2];
		}
	}

	/** The position behind what the group has matched, where that comes again; else -1. **/
	function takeRepeated(group:Int, ignoreCase:Bool, at:Int):Int {
		var from = registers[2 * group];
		var to = registers[2 * group + 1];
		if (to < 0) return -1;
		while (from < to) {
			var first = CodePoints.at(text, from, end);
			var second = CodePoints.at(text, at, end);
			var isSame = first == second || ignoreCase && second >= 0 && CaseVariants.of(first).indexOf(second) >= 0;
			if (!isSame) return -1;
			from = after(from);
			at = after(at);
		}
		return at;
	}

	function giveUp():Void {
		stack.resize(0);
		throw new haxe.Exception('Regular expression ~/${program.pattern}/ gave up: it tries too much on this text');
	}
}
