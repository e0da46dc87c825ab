import library.Lib;
import library.Lib.LibHelper as Helper;
import library.Lib.helperFn;
import library.Lib.LIB_CONST as KONST;
import library.sub.*;
import library.Kinds.Kind;
import library.Kinds.Shade.Dark;
import library.Statics.*;
import library.Statics.make as build;
import toolbox.Tools in T;
using library.Ext;
using toolbox.Tools;
import haxe.ds.StringMap;
import library.Functions;
import library.Functions.publicFn;

private class Hidden {
	public function new() {}

	public function hi() return "hidden here";
}

private typedef Local = {a:Int}
private enum Mode {
	On;
	Off;
}

@:access(library.Secret) class ImportForms {
	static function main() {
		Sys.println(new Lib().name());
		Sys.println(new Helper().help());
		Sys.println(helperFn(3));
		Sys.println(KONST);
		Sys.println(Lib.helper());
		Sys.println(new Deep().deep());
		Sys.println(Deeper.value);
		Sys.println(new Hidden().hi());
		var k:Kind = Small;
		Sys.println(switch (k) { case Small: "small"; case Big(n): "big" + n; });
		Sys.println(Big(3));
		Sys.println(Dark);
		Sys.println(staticVar);
		Sys.println(staticFn());
		Sys.println(build(2));
		Sys.println(T.tool());
		Sys.println(toolbox.Tools.tool());
		Sys.println("x".shout());
		Sys.println(3.times("ab"));
		Sys.println([1, 2].second());
		Sys.println(new library.Secret().hidden);
		Sys.println(library.Secret.sh());
		Sys.println(@:privateAccess new library.Secret2().hidden);
		Sys.println(publicFn(2));
		Sys.println(library.Functions.counter);
		library.Functions.counter++;
		Sys.println(library.Lib.LibHelper.st);
		Sys.println(new library.Lib.LibHelper().help());
		var l:Local = {a: 4};
		Sys.println(l.a);
		var m:Mode = On;
		Sys.println(m);
		Sys.println(new library.sub.Deep.Side().side());
		Sys.println(new library.Allowed().peek());
		Sys.println(haxe.ds.StringMap != null);
		Sys.println(Type.getClassName(Lib));
		Sys.println(Type.getClassName(Helper));
		Sys.println(new Child().both());
		Sys.println(new library.FromImport().run());
		Sys.println(Std.string(new Lib()));
	}
}
class Child extends Lib {
	public function new() super();

	public function both() return name() + prot();
}
