@:build(pack.Macro.build("a", [1])) @:a.b.c
class Meta {
	@:op(A + B) @:native("x") @inject function f(@:name arg:Int) {
		@:privateAccess a.b = c;
		@:mark a + b;
		@:mark(1) (a);
	}
}
