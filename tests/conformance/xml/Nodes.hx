/** Nodes, what can be asked of each type of them, and how they are moved. **/
class Nodes {
	static function show(ask:() -> Dynamic) {
		Sys.println(try Std.string(ask()) catch (e:Dynamic) "failed: " + Std.string(e));
	}

	static function main() {
		var x = Xml.parse("<a c='2'>t<d/><e/><d f='3'/><!-- n --></a>").firstElement();
		show(() -> x.nodeName);
		show(() -> x.nodeValue);
		show(() -> x.nodeType == Xml.Element);
		show(() -> x.get("c"));
		show(() -> x.get("z"));
		show(() -> x.exists("c"));
		show(() -> [for (name in x.attributes()) name]);
		show(() -> [for (e in x.elements()) e.nodeName]);
		show(() -> [for (e in x.elementsNamed("d")) e.toString()]);
		show(() -> [for (node in x) node.nodeType.toString()]);
		show(() -> x.firstChild().nodeValue);
		show(() -> x.firstElement().nodeName);
		show(() -> x.parent.nodeType.toString());
		show(() -> x.firstChild().parent == x);
		x.set("c", "<&\"'>");
		show(() -> x.toString());
		x.remove("c");
		show(() -> x.exists("c"));
		x.nodeName = "z";
		show(() -> x.toString());
		show(() -> x.nodeValue = "q");
		show(() -> {
			x.set("n", "1");
			null;
		});

		for (node in [
			Xml.createPCData("<&>\"'"), Xml.createCData("a]]b<"), Xml.createComment(" c "), Xml.createDocType("html"), Xml.createProcessingInstruction("xml v='1'"), Xml.createDocument(),
			Xml.createElement("el")
		]) {
			Sys.println("-- " + node.nodeType);
			show(() -> node.toString());
			show(() -> node.nodeValue);
			show(() -> node.nodeName);
			show(() -> node.get("a"));
			show(() -> node.exists("a"));
			show(() -> [for (name in node.attributes()) name]);
			show(() -> [for (child in node) child]);
			show(() -> [for (child in node.elements()) child]);
			show(() -> [for (child in node.elementsNamed("b")) child]);
			show(() -> node.firstChild());
			show(() -> node.firstElement());
			show(() -> node.removeChild(x));
			show(() -> node.parent);
		}

		var text = Xml.createPCData("t");
		show(() -> {
			text.set("a", "b");
			null;
		});
		show(() -> {
			text.remove("a");
			null;
		});
		show(() -> {
			text.addChild(x);
			null;
		});
		show(() -> {
			text.insertChild(x, 0);
			null;
		});
		show(() -> text.nodeName = "n");
		text.nodeValue = "new";
		show(() -> text.nodeValue);

		var document = Xml.createDocument();
		var comment = Xml.createComment("c");
		var first = Xml.createElement("first");
		var second = Xml.createElement("second");
		for (node in [first, comment, second]) document.addChild(node);
		Sys.println(document);
		show(() -> document.removeChild(comment));
		show(() -> document.removeChild(comment));
		show(() -> comment.parent);
		document.insertChild(comment, 0);
		Sys.println(document);
		document.insertChild(second, 1);
		Sys.println(document);
		first.addChild(comment);
		Sys.println(document);
		show(() -> comment.parent == first);
		document.insertChild(Xml.createPCData("last"), 99);
		document.insertChild(Xml.createPCData("beforeLast"), -1);
		Sys.println(document);
		first.addChild(first.firstChild());
		Sys.println(first);
		second.addChild(first);
		Sys.println(document);
		Sys.println(first.parent.nodeName);
		Sys.println("" + Xml.Element + Xml.PCData + Xml.CData + Xml.Comment + Xml.DocType + Xml.ProcessingInstruction + Xml.Document);
		Sys.println(switch (second.nodeType) {
			case Element: "an element";
			default: "something else";
		});
	}
}
