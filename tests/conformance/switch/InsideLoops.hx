enum Op {
	Push(n:Int);
	Add;
	Skip;
	Stop;
}
class InsideLoops {
	static function run(ops:Array<Op>):Int {
		var stack = [];
		for (op in ops) {
			switch (op) {
				case Push(n):
					stack.push(n);
				case Add:
					if (stack.length < 2) continue;
					stack.push(stack.pop() + stack.pop());
				case Skip:
					continue;
				case Stop:
					break;
			}
			Sys.println(stack.length);
		}
		return stack.length == 0 ? -1 : stack[stack.length - 1];
	}
	static function firstNegative(xs:Array<Int>):Int {
		var i = 0;
		while (i < xs.length) {
			switch (xs[i++]) {
				case 0:
				case x if (x < 0):
					return x;
				case _:
					continue;
			}
		}
		return 0;
	}
	static function main() {
		Sys.println(run([Push(1), Add, Push(2), Skip, Add, Stop, Push(9)]));
		Sys.println(run([]));
		Sys.println(firstNegative([3, 0, -4, -5]));
	}
}
