import haxe.xml.Access;

/** `haxe.xml.Access`: children and attributes as fields. **/
class Fields {
	static function show(ask:() -> Dynamic) {
		Sys.println(try Std.string(ask()) catch (e:Dynamic) "failed: " + Std.string(e));
	}

	static function main() {
		var document = new Access(Xml.parse("<a x='1' y='2'><b n='1'>t</b><b n='2'><![CDATA[cd]]></b><c/><d></d>"
			+ "<e> \n<![CDATA[q]]> </e><f>x<g/></f><h> <![CDATA[z]]></h><i><!-- c --></i><j>a<!-- c --></j><k>  </k><l><![CDATA[1]]><![CDATA[2]]></l>"
			+ "<m>x<![CDATA[2]]> </m><n> <g/></n></a>"));
		show(() -> document.name);
		show(() -> document.x.nodeType == Xml.Document);
		show(() -> document.node.zz);
		show(() -> document.att.z);
		show(() -> document.has.z);
		show(() -> document.hasNode.a);
		show(() -> document.innerData);
		var a = document.node.a;
		show(() -> a.name);
		show(() -> a.att.x + a.att.y);
		show(() -> a.att.z);
		show(() -> a.has.x);
		show(() -> a.has.z);
		show(() -> a.hasNode.b);
		show(() -> a.hasNode.zz);
		show(() -> a.node.zz);
		show(() -> [for (b in a.nodes.b) b.att.n]);
		show(() -> a.nodes.zz.length);
		show(() -> document.node.a.node.b.innerData);
		for (element in a.elements) {
			show(() -> element.name + ": " + element.innerData);
			show(() -> element.innerHTML);
		}
		a.att.x = "9";
		show(() -> a.att.x + a.x.get("x"));
		show(() -> new Access(Xml.createPCData("a")));
		show(() -> new Access(Xml.createElement("new")).name);
	}
}
